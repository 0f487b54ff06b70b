import { Button, Group, SimpleGrid, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { calls, store } from '../../../app.ts';
import type { Outcome } from '../../../state/learn/calls-state.ts';
import { Panel } from '../../parts/Panel.tsx';
import { useApp } from '../../use-app.ts';
import styles from './calls.module.css';
import { OutcomeView } from './OutcomeView.tsx';
import { agreement, EXPRESSIONS } from './pair-text.ts';

/** The same text twice: as a list of one, and by itself. */
export function PairCard() {
  const { text, list, one } = useApp((app) => app.calls.pair);
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    const { pair } = store.getState().calls;
    if (!pair.list) void calls.compare(pair.text);
  }, []);
  const quoted = JSON.stringify(text);
  return (
    <Panel title="A list of one is not one text">
      <Stack>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void calls.compare(typed);
          }}
        >
          <Group align="end" gap="xs">
            <TextInput
              label="The text"
              maxLength={1000}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              className={styles.text}
            />
            <Button type="submit" variant="default">
              Call both
            </Button>
          </Group>
        </form>
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
          <Side name="As a list of one" source={`predict([${quoted}])`} outcome={list} />
          <Side name="By itself" source={`predict(${quoted})`} outcome={one} />
        </SimpleGrid>
        {list?.phase === 'answered' && one?.phase === 'answered' && (
          <>
            <div
              className={styles.scroll}
              tabIndex={0}
              role="region"
              aria-label="How to read both answers"
            >
              <Table withTableBorder fz="sm" maw="46rem">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">With answer as the result</Table.Th>
                    <Table.Th scope="col">As a list of one</Table.Th>
                    <Table.Th scope="col">By itself</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {EXPRESSIONS.map(({ code, read }) => (
                    <Table.Tr key={code}>
                      <Table.Th scope="row" fw={400}>
                        <code>{code}</code>
                      </Table.Th>
                      <Table.Td>
                        <code>{read(list.answer)}</code>
                      </Table.Td>
                      <Table.Td>
                        <code>{read(one.answer)}</code>
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </div>
            <Text maw="46rem">{agreement(list.answer, one.answer)}</Text>
          </>
        )}
      </Stack>
    </Panel>
  );
}

function Side({
  name,
  source,
  outcome,
}: {
  name: string;
  source: string;
  outcome: Outcome | undefined;
}) {
  return (
    <section aria-label={name} className={styles.side}>
      <Title order={4} size="h6" mb="xs">
        {name}
      </Title>
      <pre className={styles.source}>
        <code>{source}</code>
      </pre>
      {outcome && <OutcomeView source={source} outcome={outcome} />}
    </section>
  );
}
