import type { Run } from '../../../core/runs.ts';
import type { Pace } from '../../../state/scoring-state.ts';
import styles from './progress.module.css';
import { figures } from './progress-text.ts';

/** @param props.pace absent when the run rests: then the rates are those of all its working time */
export function Figures({ run, pace }: { run: Run; pace: Pace | undefined }) {
  return (
    <dl className={styles.figures}>
      {figures(run, pace).map(({ name, value, note }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={styles.value}>{value}</dd>
          {note && <dd className={styles.note}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
