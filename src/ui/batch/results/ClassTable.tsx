import { ScrollArea, Table } from '@mantine/core';
import type { Metrics } from '../../../core/runs.ts';
import { count, percent } from '../../parts/format.ts';
import { LabelMark } from './LabelMark.tsx';
import styles from './compare.module.css';

interface Props {
  labels: readonly string[];
  metrics: Metrics;
}

/** Precision, recall and F1 of each class; a class that is neither given nor predicted has none. */
export function ClassTable({ labels, metrics: { classes } }: Props) {
  const figure = (value: number) => (Number.isFinite(value) ? percent(value, 1) : '–');
  return (
    <ScrollArea.Autosize mah={420} type="auto">
      <Table verticalSpacing={4} stickyHeader className={styles.classes} aria-label="By class">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Class</Table.Th>
            <Table.Th ta="right">Given</Table.Th>
            <Table.Th ta="right">Precision</Table.Th>
            <Table.Th ta="right">Recall</Table.Th>
            <Table.Th ta="right">F1</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {labels.map((label) => {
            const { given, precision, recall, f1 } = classes[label]!;
            return (
              <Table.Tr key={label}>
                <Table.Th scope="row" fw={400}>
                  <LabelMark label={label} />
                </Table.Th>
                <Table.Td ta="right">{count(given)}</Table.Td>
                <Table.Td ta="right">{figure(precision)}</Table.Td>
                <Table.Td ta="right">{figure(recall)}</Table.Td>
                <Table.Td ta="right">{figure(f1)}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}
