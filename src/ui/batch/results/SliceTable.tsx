import { ScrollArea, Table, UnstyledButton } from '@mantine/core';
import type { Slice } from '../../../core/runs.ts';
import { count } from '../../parts/format.ts';
import type { SliceColumn } from './focus.ts';
import { LabelMark } from './LabelMark.tsx';
import { share } from './rate-text.ts';
import styles from './results.module.css';

interface Props {
  /** Of the first column. */
  name: string;
  columns: readonly SliceColumn[];
  slices: readonly (Slice & { key: string; label: string })[];
  /** Shows the reviews of one. */
  onChoose: (key: string) => void;
}

/** The figures of a chart, for reading and for screen readers. */
export function SliceTable({ name, columns, slices, onChoose }: Props) {
  return (
    <ScrollArea.Autosize mah={320} type="auto" tabIndex={0} role="group" aria-label={`By ${name}`}>
      <Table fz="sm" verticalSpacing={4} stickyHeader className={styles.figures}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{name}</Table.Th>
            <Table.Th ta="right">Reviews</Table.Th>
            {columns.map(({ title }) => (
              <Table.Th key={title} ta="right">
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {slices.map((slice) => (
            <Table.Tr key={slice.key} {...(slice.small && { c: 'dimmed' })}>
              <Table.Td>
                <UnstyledButton
                  className={styles.inlineButton}
                  onClick={() => onChoose(slice.key)}
                  title="Show its reviews in the table"
                >
                  {slice.label}
                </UnstyledButton>
              </Table.Td>
              <Table.Td ta="right">{count(slice.reviews)}</Table.Td>
              {columns.map(({ title, value }) => {
                const { interval, label } = value(slice);
                return (
                  <Table.Td key={title} ta="right">
                    {label && slice.reviews > 0 && <LabelMark label={label} />} {share(interval)}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}
