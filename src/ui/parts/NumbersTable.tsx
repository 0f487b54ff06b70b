import { Table } from '@mantine/core';
import { Disclosure } from './Disclosure.tsx';
import { shown, type FigureTable } from './figure-table.ts';
import styles from './NumbersTable.module.css';

/** A longer table scrolls under its head. */
const ROWS_SHOWN = 12;

interface Props<T> {
  /** Names the table: what its chart is called. */
  name: string;
  table: FigureTable<T>;
}

/** The figures of a chart, for reading and for screen readers. The first column names the row; numbers stand right. */
export function NumbersTable<T>({ name, table: { columns, rows } }: Props<T>) {
  const [first] = rows;
  const long = rows.length > ROWS_SHOWN;
  const right = columns.map(
    ({ value }, i) => i > 0 && first !== undefined && typeof value(first) !== 'string',
  );
  return (
    <div
      className={styles.scroll}
      data-long={long || undefined}
      tabIndex={0}
      role="group"
      aria-label={name}
    >
      <Table
        fz="sm"
        verticalSpacing={4}
        stickyHeader={long}
        className={styles.figures}
        aria-label={name}
      >
        <Table.Thead>
          <Table.Tr>
            {columns.map((column, i) => (
              <Table.Th key={column.name} ta={right[i] ? 'right' : 'left'}>
                {column.name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, r) => (
            <Table.Tr key={r}>
              {columns.map((column, i) =>
                i === 0 ? (
                  <Table.Th key={column.name} scope="row" fw={400}>
                    {shown(column, row)}
                  </Table.Th>
                ) : (
                  <Table.Td key={column.name} className={right[i] ? styles.number : undefined}>
                    {shown(column, row)}
                  </Table.Td>
                ),
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** The same, folded away below its chart. */
export function AsTable<T>(props: Props<T>) {
  return (
    <Disclosure label="As a table" mt="xs">
      <NumbersTable {...props} />
    </Disclosure>
  );
}
