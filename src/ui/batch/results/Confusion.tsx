import { Text } from '@mantine/core';
import type { CSSProperties } from 'react';
import { results } from '../../../app.ts';
import type { Metrics } from '../../../core/runs.ts';
import { count, percent } from '../../parts/format.ts';
import { useApp } from '../../use-app.ts';
import { LabelMark } from './LabelMark.tsx';
import { reviews } from './rate-text.ts';
import styles from './compare.module.css';
import { showTable } from './show-table.ts';

interface Props {
  labels: readonly string[];
  metrics: Metrics;
}

/** Rows: what the file says; columns: what the model says. A cell shows its reviews in the table. */
export function Confusion({ labels, metrics: { confusion } }: Props) {
  const filter = useApp(({ results }) => results.query.filter);
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        A press on a number shows its reviews in the table.
      </Text>
      <div className={styles.matrix}>
        <table
          className={styles.confusion}
          style={{ '--labels': labels.length } as CSSProperties} // React's type knows no custom properties
        >
          <thead>
            <tr>
              <td />
              <th colSpan={labels.length} scope="colgroup">
                Model
              </th>
            </tr>
            <tr>
              <th scope="col">Given</th>
              {labels.map((label) => (
                <th key={label} scope="col">
                  <LabelMark label={label} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {labels.map((given, i) => {
              const row = confusion[i] ?? [];
              const total = row.reduce((sum, n) => sum + n, 0);
              return (
                <tr key={given}>
                  <th scope="row">
                    <LabelMark label={given} />
                  </th>
                  {labels.map((predicted, j) => {
                    const n = row[j] ?? 0;
                    const share = total > 0 ? n / total : 0;
                    const pressed = filter.given === given && filter.predicted === predicted;
                    return (
                      <td key={predicted}>
                        <button
                          type="button"
                          className={styles.cell}
                          data-right={given === predicted || undefined}
                          style={{ '--share': share } as CSSProperties} // as above
                          aria-pressed={pressed}
                          aria-label={`Given ${given}, model ${predicted}: ${reviews(n)}`}
                          onClick={() => {
                            results.setFilter(pressed ? {} : { given, predicted });
                            if (!pressed) showTable();
                          }}
                        >
                          {count(n)}
                          <span>{total > 0 ? percent(share) : '–'}</span>
                        </button>
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
