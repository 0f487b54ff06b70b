import { Table, Text } from '@mantine/core';
import { startOf } from '../../../core/segments.ts';
import type { TrainResult } from '../../../state/learn/train-state.ts';
import { count } from '../../parts/format.ts';
import { Panel } from '../../parts/Panel.tsx';
import styles from './train.module.css';

const TITLE = 'Test texts it got wrong';
const LETTERS = 300;

/** The first wrong answers, to be judged by a human. */
export function WrongTexts({ result: { wrong, model, parts } }: { result: TrainResult }) {
  const all = parts.test - model.trained.right;
  return (
    <Panel title={TITLE}>
      {all === 0 ? (
        <Text size="sm">None.</Text>
      ) : (
        <>
          <Text size="sm" mb="xs">
            {wrong.length < all ? `The first ${count(wrong.length)} of ${count(all)}. ` : ''}Read
            them: some given labels may be the ones that are wrong.
          </Text>
          <div className={styles.scroll} tabIndex={0} role="group" aria-label={TITLE}>
            <Table fz="sm" stickyHeader aria-label={TITLE}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Given</Table.Th>
                  <Table.Th>Your model</Table.Th>
                  <Table.Th>Text</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {wrong.map(({ text, given, found }, i) => (
                  <Table.Tr key={i}>
                    <Table.Td className={styles.labelCell}>{given}</Table.Td>
                    <Table.Td className={styles.labelCell}>{found}</Table.Td>
                    <Table.Td className={styles.text}>
                      {text.length > LETTERS ? `${startOf(text, LETTERS)}…` : text}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        </>
      )}
    </Panel>
  );
}
