import { Text } from '@mantine/core';
import type { Trace } from '../../../core/learn/trace/read-trace.ts';
import { sourceName } from '../records/source-name.ts';
import { fitName } from './point-text.ts';
import { devLook } from './trace-charts.ts';
import styles from './trace.module.css';

/** The chart's lines by name. */
export function DevKeys({ trace }: { trace: Trace }) {
  return (
    <>
      <ul className={styles.keys}>
        <Key color="var(--chart-1)" dash="" width={3} name={fitName(trace)} />
        {trace.devSets.map((set, i) => (
          <Key key={set} {...devLook(i)} width={2} name={sourceName(set)} />
        ))}
      </ul>
      <Text size="sm" c="dimmed" mb="xs">
        {trace.fit === 'agreement' &&
          'This model learnt from a teacher, so on training batches the log counts how often both say the same. '}
        The thin lines with marks are accuracy on development sets: texts that the model does not
        learn from.
      </Text>
    </>
  );
}

interface KeyProps {
  color: string;
  dash: string;
  width: number;
  name: string;
}

function Key({ color, dash, width, name }: KeyProps) {
  return (
    <li>
      <svg viewBox="0 0 28 8" width={28} height={8} aria-hidden>
        <path d="M0 4h28" stroke={color} strokeWidth={width} strokeDasharray={dash} />
      </svg>
      {name}
    </li>
  );
}
