import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { labelsOf, type Comparison as Compared } from '../../../core/runs.ts';
import { areSentiment } from '../../../core/sentiment.ts';
import { count, percent } from '../../parts/format.ts';
import { labelStyle } from '../../parts/label-style.ts';
import { addressOf } from '../address.ts';
import { correctText, matchText, shareText } from './comparison-text.ts';
import { Flips } from './Flips.tsx';
import styles from './runs.module.css';

/** What changed from the first run to the second. */
export function Comparison(compared: Compared) {
  const { a, b, flips, matched, rows, shares, correct } = compared;
  const labels = labelsOf(a.model);
  const moved = areSentiment(labels) ? 'Rows that moved most' : 'Rows that changed, surest first';
  const same = labels.reduce((sum, _, i) => sum + flips[i]![i]!, 0);
  const labelled = flips.flat().reduce((sum, n) => sum + n, 0);
  return (
    <Stack gap="md" role="region" aria-label="Comparison">
      <Text size="sm">{matchText(compared)}</Text>
      {matched > 0 && (
        <Text>
          <strong>{count(labelled - same)}</strong> of {count(labelled)} rows have another label in
          the second run ({percent(labelled > 0 ? (labelled - same) / labelled : 0, 1)}).
        </Text>
      )}
      <Table withRowBorders fz="sm" aria-label="Shares of both runs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Share of all rows, 95% interval</Table.Th>
            <Table.Th>First</Table.Th>
            <Table.Th>Second</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {labels.map((label) => (
            <Table.Tr key={label}>
              <Table.Td className={styles.word}>{labelStyle(label).word}</Table.Td>
              <Table.Td>{shareText(shares.a[label]!)}</Table.Td>
              <Table.Td>{shareText(shares.b[label]!)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {matched > 0 && <Flips labels={labels} flips={flips} />}
      {correct && <Text size="sm">{correctText(correct)}</Text>}
      {rows.length > 0 && (
        <div>
          <Title order={3} size="h6" mb={4}>
            {moved}
          </Title>
          <div className={styles.moved} role="region" aria-label={moved} tabIndex={0}>
            <Table fz="sm">
              <Table.Tbody>
                {rows.map(({ rowA, rowB, text, from, to }) => (
                  <Table.Tr key={`${rowA} ${rowB}`}>
                    <Table.Td
                      className={styles.change}
                      data-own={!areSentiment(labels) || undefined}
                    >
                      {labelStyle(from).mark} {from} → {labelStyle(to).mark} {to}
                    </Table.Td>
                    <Table.Td>{text}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        </div>
      )}
      <Text size="sm">
        <Anchor href={`#${addressOf(a.id)}`}>Open the first</Anchor> ·{' '}
        <Anchor href={`#${addressOf(b.id)}`}>Open the second</Anchor>
      </Text>
    </Stack>
  );
}
