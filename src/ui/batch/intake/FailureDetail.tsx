import { Code } from '@mantine/core';
import type { Failure } from '../../../core/failure.ts';
import { Disclosure } from '../../parts/Disclosure.tsx';
import styles from './intake.module.css';

export function FailureDetail({ failure }: { failure: Failure }) {
  return (
    <Disclosure label="Technical detail" mt="xs" className={styles.inNotice}>
      <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {failure.code}: {failure.detail}
      </Code>
    </Disclosure>
  );
}
