import type { WorkerShare } from '../../../state/scoring-state.ts';
import { percent } from '../../parts/format.ts';
import styles from './progress.module.css';

/** What each worker did with its last second. */
export function Workers({ shares }: { shares: readonly WorkerShare[] }) {
  return (
    <ul className={styles.workers} aria-label="Workers">
      {shares.map(({ batch, live }, i) => (
        <li key={i}>
          <span>Worker {i + 1}</span>
          <div className={styles.track} aria-hidden>
            <div className={styles.batch} style={{ width: `${batch * 100}%` }} />
            <div className={styles.live} style={{ width: `${live * 100}%` }} />
          </div>
          <span className={styles.figure}>
            {percent(batch)} this file{live >= 0.005 && `, ${percent(live)} live`}
          </span>
        </li>
      ))}
    </ul>
  );
}
