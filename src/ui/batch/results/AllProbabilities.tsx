import { Table } from '@mantine/core';
import { Disclosure } from '../../parts/Disclosure.tsx';
import { percent } from '../../parts/format.ts';
import { LabelMark } from './LabelMark.tsx';
import styles from './results.module.css';

/** As many as are drawn as bars. */
const FEW = 5;

interface Props {
  labels: readonly string[];
  /** In the same order. */
  probabilities: readonly number[];
}

/** The whole of a model's many labels, by probability. */
export function AllProbabilities({ labels, probabilities }: Props) {
  if (labels.length <= FEW) return null;
  const ordered = labels
    .map((label, i) => ({ label, probability: probabilities[i]! }))
    .sort((a, b) => b.probability - a.probability);
  return (
    <Disclosure label={`All ${labels.length} probabilities`}>
      <Table fz="sm" verticalSpacing={2} className={styles.figures} aria-label="All probabilities">
        <Table.Tbody>
          {ordered.map(({ label, probability }) => (
            <Table.Tr key={label}>
              <Table.Th scope="row" fw={400}>
                <LabelMark label={label} />
              </Table.Th>
              <Table.Td ta="right">{percent(probability, 2)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Disclosure>
  );
}
