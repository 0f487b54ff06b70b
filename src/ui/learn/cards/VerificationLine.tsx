import { Text } from '@mantine/core';
import type { ModelFile } from '../../../models/catalogue.ts';
import { failureText } from '../../parts/failure-text.ts';
import { bytes, count } from '../../parts/format.ts';
import type { Verification } from '../../../state/learn/verify-state.ts';
import styles from './cards.module.css';

interface Props {
  file: ModelFile;
  state: Verification | undefined;
}

/** What came of hashing a file. */
export function VerificationLine({ file, state }: Props) {
  return (
    <div role="status" aria-label={`Verification of ${file.name}`}>
      {state && <Outcome file={file} state={state} />}
    </div>
  );
}

function Outcome({ file, state }: { file: ModelFile; state: Verification }) {
  switch (state.phase) {
    case 'hashing':
      return (
        <Text size="sm">
          Hashing: {bytes(state.bytes)} of {bytes(file.bytes)}…
        </Text>
      );
    case 'failed':
      return (
        <Text size="sm" fw={600}>
          Not verified. {failureText(state.failure)}
        </Text>
      );
    case 'done': {
      const what =
        state.from === 'kept' ? 'The copy kept in this browser' : 'The file as it is served now';
      if (state.equal)
        return (
          <Text size="sm">
            <b>✓ Equal.</b> {what} has the same {count(state.bytes)} bytes and the same hash.
          </Text>
        );
      return (
        <Text size="sm" className={styles.hash}>
          <b>✗ Not equal.</b> {what} has {count(state.bytes)} bytes and the hash{' '}
          <code>{state.sha256}</code>. The page will not use it: something between you and the
          server may be changing it. Try another network, or tell whoever runs this site.
        </Text>
      );
    }
  }
}
