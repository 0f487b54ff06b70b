import { useState } from 'react';
import type { Sample } from '../../state/live-state.ts';
import { PARTS } from './timing-parts.ts';
import styles from './timing.module.css';

/** The chart's numbers. Drawn only while it is open: it changes with every keystroke. */
export function History({ samples }: { samples: readonly Sample[] }) {
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.history} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>As a table</summary>
      {open && (
        <div className={styles.scroll} role="region" aria-label="All samples" tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Answer</th>
                {PARTS.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
                <th scope="col">Total, ms</th>
              </tr>
            </thead>
            <tbody>
              {samples.map((sample, i) => (
                <tr key={i}>
                  <th scope="row">{i + 1}</th>
                  {PARTS.map(({ name, of }) => (
                    <td key={name}>{of(sample).toFixed(1)}</td>
                  ))}
                  <td>{sample.totalMs.toFixed(1)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
