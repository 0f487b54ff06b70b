import { SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Look } from '../../../core/protocol.ts';
import { Panel } from '../../parts/Panel.tsx';
import styles from './pipeline.module.css';
import { STAGES } from './stages-list.ts';
import { shapeText } from './shape-text.ts';

interface Props {
  one: Look;
  list: Look;
}

/** All six stages, of one text and of the list. */
export function Stages({ one, list }: Props) {
  return (
    <Stack gap="lg">
      {STAGES.map(({ id, title, says, shape, Content }, i) => (
        <Panel key={id} title={`${i + 1} · ${title}`}>
          <Text mb="md" maw="46rem">
            {says}
          </Text>
          <SimpleGrid type="container" cols={{ base: 1, '46rem': 2 }} spacing="lg">
            <Side name="One text (real time)" shape={shape(one)}>
              <Content look={one} name={`${title}, one text`} />
            </Side>
            <Side name="A list (batch)" shape={shape(list)}>
              <Content look={list} name={`${title}, list`} />
            </Side>
          </SimpleGrid>
        </Panel>
      ))}
    </Stack>
  );
}

function Side({
  name,
  shape,
  children,
}: {
  name: string;
  shape: readonly (number | string)[];
  children: ReactNode;
}) {
  return (
    <section className={styles.side} aria-label={name}>
      <Title order={4} size="h6">
        {name}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        Shape <code data-testid="shape">{shapeText(shape)}</code>
      </Text>
      {children}
    </section>
  );
}
