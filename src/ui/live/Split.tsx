import { summarize } from '../../core/stats.ts';
import type { Sample } from '../../state/live-state.ts';
import { count } from '../parts/format.ts';
import { PARTS } from './timing-parts.ts';
import styles from './timing.module.css';

const figure = (value: number) => (value < 99.95 ? value.toFixed(1) : count(value));

/** The parts of the last answer's time beside what is usual. */
export function Split({ samples }: { samples: readonly Sample[] }) {
  const numbers = (of: (sample: Sample) => number) => {
    const { median, p95 } = summarize(samples.map(of));
    return (
      <>
        <td>{figure(of(samples.at(-1)!))}</td>
        <td>{figure(median)}</td>
        <td>{figure(p95)}</td>
      </>
    );
  };
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Time in ms</th>
          <th scope="col">Last</th>
          <th scope="col">p50</th>
          <th scope="col">p95</th>
        </tr>
      </thead>
      <tbody>
        {PARTS.map(({ name, what, color, of }) => (
          <tr key={name}>
            <th scope="row" title={what}>
              <span className={styles.swatch} style={{ background: color }} />
              {name}
            </th>
            {numbers(of)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Total</th>
          {numbers(({ totalMs }) => totalMs)}
        </tr>
      </tfoot>
    </table>
  );
}
