import { startOf } from '../../../core/segments.ts';
import { count } from '../../parts/format.ts';
import styles from './compare.module.css';

interface Props {
  labels: readonly string[];
  /** [given][predicted] */
  confusion: readonly (readonly number[])[];
}

/** Every number of a matrix of many labels, to scroll in. */
export function WholeMatrix({ labels, confusion }: Props) {
  return (
    <div
      className={styles.whole}
      role="region"
      aria-label="Given label against the model’s, all labels"
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">Given, below; model, at the right</th>
            {labels.map((label) => (
              <th key={label} scope="col" title={label}>
                {startOf(label, 24)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels.map((given, i) => (
            <tr key={given}>
              <th scope="row" title={given}>
                {startOf(given, 24)}
              </th>
              {confusion[i]!.map((n, j) => (
                <td key={labels[j]} data-right={i === j || undefined}>
                  {n > 0 && count(n)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
