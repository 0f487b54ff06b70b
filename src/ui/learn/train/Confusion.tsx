import { List, Text } from '@mantine/core';
import type { CSSProperties } from 'react';
import { Disclosure } from '../../parts/Disclosure.tsx';
import { count, percent } from '../../parts/format.ts';
import { mixUps } from './mix-ups.ts';
import styles from './train.module.css';

interface Props {
  /** [given][predicted] */
  confusion: readonly (readonly number[])[];
  labels: readonly string[];
}

/** More labels than this make a matrix that nobody can take in at once. */
const SMALL = 8;

/** Which label was taken for which. Of many labels the most frequent mix-ups come first. */
export function Confusion({ confusion, labels }: Props) {
  const matrix = <Matrix confusion={confusion} labels={labels} />;
  if (labels.length <= SMALL) return matrix;
  const worst = mixUps(confusion).slice(0, 8);
  return (
    <>
      <Text size="sm" mb="xs">
        {worst.length === 0 ? 'Nothing was mixed up.' : 'Most often mixed up:'}
      </Text>
      <List size="sm" spacing={2}>
        {worst.map(({ given, predicted, texts }) => (
          <List.Item key={`${given} ${predicted}`}>
            “{labels[given]}” taken for “{labels[predicted]}”: {count(texts)}
          </List.Item>
        ))}
      </List>
      <Disclosure label={`All ${labels.length} × ${labels.length} numbers`} mt="xs">
        {matrix}
      </Disclosure>
    </>
  );
}

function Matrix({ confusion, labels }: Props) {
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label="Confusion matrix">
      <table className={styles.confusion} aria-label="Given label against the model’s">
        <thead>
          <tr>
            <th scope="col">Given ↓ Model →</th>
            {labels.map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {confusion.map((row, given) => {
            const total = row.reduce((sum, n) => sum + n, 0);
            return (
              <tr key={labels[given]}>
                <th scope="row">{labels[given]}</th>
                {row.map((n, predicted) => (
                  <td
                    key={labels[predicted]}
                    data-right={given === predicted || undefined}
                    style={{ '--share': total && n / total } as CSSProperties} // React's type knows no custom properties
                    title={`${labels[given]} taken for ${labels[predicted]}: ${percent(total && n / total)}`}
                  >
                    {count(n)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
