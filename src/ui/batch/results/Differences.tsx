import { ScrollArea, Table, Text, UnstyledButton } from '@mantine/core';
import { results } from '../../../app.ts';
import { differencesIn } from '../../../core/analysis/judge.ts';
import type { Metrics } from '../../../core/runs.ts';
import { Disclosure } from '../../parts/Disclosure.tsx';
import { count } from '../../parts/format.ts';
import { LabelMark } from './LabelMark.tsx';
import styles from './results.module.css';
import { showTable } from './show-table.ts';
import { WholeMatrix } from './WholeMatrix.tsx';

/** Where a matrix of all labels would be larger than anyone reads, its largest numbers off the diagonal say most. */
const SHOWN = 20;

interface Props {
  labels: readonly string[];
  metrics: Metrics;
}

/** The pairs of labels that the model mixes up most; a press shows the reviews of one. */
export function Differences({ labels, metrics: { confusion } }: Props) {
  const all = differencesIn(confusion);
  if (all.length === 0) return <Text size="sm">Every label is the one given.</Text>;
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {all.length > SHOWN
          ? `The ${SHOWN} most frequent of ${count(all.length)} mix-ups.`
          : 'What was mixed up, most frequent first.'}{' '}
        A press on one shows its reviews in the table.
      </Text>
      <ScrollArea.Autosize mah={360} type="auto" tabIndex={0} role="group" aria-label="Mix-ups">
        <Table fz="sm" verticalSpacing={4} stickyHeader className={styles.figures}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Given</Table.Th>
              <Table.Th>Model</Table.Th>
              <Table.Th ta="right">Reviews</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {all.slice(0, SHOWN).map(({ given, predicted, count: n }) => {
              const filter = { given: labels[given]!, predicted: labels[predicted]! };
              return (
                <Table.Tr key={`${given} ${predicted}`}>
                  <Table.Td>
                    <UnstyledButton
                      className={styles.inlineButton}
                      title="Show its reviews in the table"
                      onClick={() => {
                        results.setFilter(filter);
                        showTable();
                      }}
                    >
                      <LabelMark label={filter.given} />
                    </UnstyledButton>
                  </Table.Td>
                  <Table.Td>
                    <LabelMark label={filter.predicted} />
                  </Table.Td>
                  <Table.Td ta="right">{count(n)}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
      <Disclosure label={`All ${labels.length} by ${labels.length} numbers`} mt="xs">
        <WholeMatrix labels={labels} confusion={confusion} />
      </Disclosure>
    </>
  );
}
