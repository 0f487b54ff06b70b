import { Table, Text } from '@mantine/core';
import type { Headline } from '../../../core/bench/figures.ts';
import { goalNames, goalsOf, inDoubt, type Goal, type Goals } from './goals.ts';
import { engineName } from './names.ts';
import styles from './results.module.css';

const GOALS: readonly (keyof Goals)[] = ['accuracy', 'bound', 'bonus'];
const TITLE = 'Goals of the experiment, in real time';

/** What the experiment asks for, model by model. */
export function GoalsTable(props: { headlines: readonly Headline[]; boundMs: number }) {
  const names = goalNames(props.boundMs);
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={TITLE}>
      <Table fz="sm" verticalSpacing={6} className={styles.figures} aria-label={TITLE}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>In real time</Table.Th>
            {GOALS.map((key) => (
              <Table.Th key={key}>{names[key]}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.headlines.map((headline) => {
            const goals = goalsOf(headline);
            return (
              <Table.Tr key={headline.engine.id}>
                <Table.Th scope="row" fw={400} style={{ verticalAlign: 'top' }}>
                  {engineName(headline.engine)}
                </Table.Th>
                {GOALS.map((key) => (
                  <Table.Td key={key} style={{ verticalAlign: 'top' }}>
                    <Answer {...goals[key]} />
                  </Table.Td>
                ))}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      {inDoubt(props.headlines) && (
        <Text size="sm" c="dimmed" mt="xs">
          In brackets the 95% interval: where it holds 85%, other reviews could turn the answer.
        </Text>
      )}
    </div>
  );
}

function Answer({ met, text }: Goal) {
  return (
    <>
      <b className={styles.answer}>{met === undefined ? 'Unknown' : met ? '✓ Yes' : '✗ No'}</b>
      <Text size="xs" c="dimmed">
        {text}
      </Text>
    </>
  );
}
