import { Table } from '@mantine/core';
import type { Examples } from '../../../core/learn/train/examples.ts';
import { startOf } from '../../../core/segments.ts';
import styles from './train.module.css';

const SHOWN = 8;
const LETTERS = 160;

/** Texts at even distances through the file, with their labels. */
export function ExamplesTable({ examples: { texts, targets, labels } }: { examples: Examples }) {
  const rows = Array.from({ length: Math.min(SHOWN, texts.length) }, (_, i) =>
    Math.floor((i * texts.length) / SHOWN),
  );
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label="A few of the texts">
      <Table fz="sm" aria-label="A few of the texts">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Label</Table.Th>
            <Table.Th>Text</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row}>
              <Table.Th scope="row" fw={600} className={styles.labelCell}>
                {labels[targets[row]!]}
              </Table.Th>
              <Table.Td className={styles.text}>{cut(texts[row]!)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

const cut = (text: string) => (text.length > LETTERS ? `${startOf(text, LETTERS)}…` : text);
