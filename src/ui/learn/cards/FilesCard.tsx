import { Anchor, Button, Group, Text } from '@mantine/core';
import { verification } from '../../../app.ts';
import type { Dtype } from '../../../core/protocol.ts';
import type { BundledModel } from '../../../models/catalogue.ts';
import { pathOf } from '../../../state/learn/verify.ts';
import { bytes, count } from '../../parts/format.ts';
import { Panel } from '../../parts/Panel.tsx';
import { useApp } from '../../use-app.ts';
import { CopyHash } from './CopyHash.tsx';
import styles from './cards.module.css';
import { filesOfCard, type CardFile } from './model-files.ts';
import { VerificationLine } from './VerificationLine.tsx';

const NEEDED: Record<Dtype, string> = { q8: 'int8, on WASM', q4: '4-bit, on WebGPU' };

/** The files that the page downloads for a model, with the hashes it holds them against. */
export function FilesCard({ model }: { model: BundledModel }) {
  return (
    <Panel title="Files and hashes">
      <Text maw="46rem" mb="md" size="sm">
        Before the page uses a file it holds it against the length and the SHA-256 hash below, and
        refuses any other. “Verify” does the same again for you to see: the copy that this browser
        has kept, or else the file as it is served now, is hashed in this page.
      </Text>
      <ul className={styles.files}>
        {filesOfCard(model).map((file) => (
          <OneFile key={file.name} model={model.id} file={file} />
        ))}
      </ul>
    </Panel>
  );
}

function OneFile({ model, file }: { model: string; file: CardFile }) {
  const { name, sha256, dtypes } = file;
  const path = pathOf(model, file);
  const state = useApp(({ verifications }) => verifications[path]);
  return (
    <li>
      <div className={styles.file}>
        <Anchor href={`${import.meta.env.BASE_URL}models/${path}`} download>
          {name}
        </Anchor>
        <Text span size="sm">
          {count(file.bytes)} bytes{file.bytes >= 1000 && ` (${bytes(file.bytes)})`}
        </Text>
        <Text span size="sm" c="dimmed">
          {dtypes.map((dtype) => NEEDED[dtype]).join('; ')}
        </Text>
      </div>
      <code className={styles.hash}>{sha256}</code>
      <Group gap="xs" className={styles.tools}>
        <CopyHash name={name} hash={sha256} />
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Verify ${name}`}
          loading={state?.phase === 'hashing'}
          onClick={() => verification.verify(model, file)}
        >
          Verify
        </Button>
      </Group>
      <VerificationLine file={file} state={state} />
    </li>
  );
}
