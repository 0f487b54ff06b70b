import { Table, Text } from '@mantine/core';
import { expectedOf, SETS } from '../../../../models/cascade.ts';
import { count, percent } from '../../../parts/format.ts';
import { intervalText, SET_NAMES, timesText } from './cascade-text.ts';
import styles from './cascade.module.css';

/** What the gate did on texts of three kinds: the file at hand will be more like one of them. */
export function ExpectedTable({ under, cost }: { under: number; cost: number | undefined }) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="What to expect">
      <Table
        fz="sm"
        verticalSpacing={4}
        horizontalSpacing={6}
        aria-label="What to expect"
        className={styles.table}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Measured on</Table.Th>
            <Table.Th ta="right">Read by base</Table.Th>
            <Table.Th ta="right">Same label as base</Table.Th>
            <Table.Th ta="right">Speed</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {SETS.map((set) => {
            const { texts, sentOn, agreement, speedUp } = expectedOf(set, under, cost);
            return (
              <Table.Tr key={set}>
                <Table.Th scope="row" fw={400}>
                  {count(texts)} {SET_NAMES[set]}
                </Table.Th>
                <Table.Td ta="right">{percent(sentOn)}</Table.Td>
                <Table.Td ta="right">
                  {percent(agreement.share, 1)}
                  <Text span size="xs" c="dimmed" display="block">
                    {intervalText(agreement)}
                  </Text>
                </Table.Td>
                <Table.Td ta="right">{timesText(speedUp)}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
}
