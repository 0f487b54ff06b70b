import { Table, Text } from '@mantine/core';
import { differencesIn } from '../../../core/analysis/judge.ts';
import { count } from '../../parts/format.ts';
import { labelStyle } from '../../parts/label-style.ts';
import styles from './runs.module.css';

/** A matrix of more labels is a list of what changed. */
const MOST_IN_MATRIX = 8;
const MOST_CHANGES = 20;

interface Props {
  labels: readonly string[];
  /** [label in the first run][label in the second] */
  flips: readonly (readonly number[])[];
}

/** Which label became which. */
export function Flips({ labels, flips }: Props) {
  return labels.length > MOST_IN_MATRIX ? (
    <Changes labels={labels} flips={flips} />
  ) : (
    <Matrix labels={labels} flips={flips} />
  );
}

function Matrix({ labels, flips }: Props) {
  return (
    <div className={styles.matrix}>
      <Table withRowBorders fz="sm" aria-label="Labels in both runs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>First, then second</Table.Th>
            {labels.map((label) => (
              <Table.Th key={label} className={styles.flips}>
                {labelStyle(label).word}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {labels.map((from, i) => (
            <Table.Tr key={from}>
              <Table.Th scope="row">{labelStyle(from).word}</Table.Th>
              {labels.map((to, j) => (
                <Table.Td key={to} className={styles.flips} fw={i === j ? 400 : 600}>
                  {count(flips[i]![j]!)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Changes({ labels, flips }: Props) {
  const all = differencesIn(flips);
  if (all.length === 0) return null;
  return (
    <div>
      {all.length > MOST_CHANGES && (
        <Text size="sm" c="dimmed" mb={4}>
          The {MOST_CHANGES} most frequent of {count(all.length)} changes.
        </Text>
      )}
      <Table withRowBorders fz="sm" aria-label="Labels in both runs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>First</Table.Th>
            <Table.Th>Second</Table.Th>
            <Table.Th className={styles.flips}>Rows</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {all.slice(0, MOST_CHANGES).map(({ given, predicted, count: rows }) => (
            <Table.Tr key={`${given} ${predicted}`}>
              <Table.Td className={styles.word}>{labels[given]}</Table.Td>
              <Table.Td className={styles.word}>{labels[predicted]}</Table.Td>
              <Table.Td className={styles.flips}>{count(rows)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
