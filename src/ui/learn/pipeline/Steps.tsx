import { Button, Group, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Look } from '../../../core/protocol.ts';
import { Panel } from '../../parts/Panel.tsx';
import styles from './pipeline.module.css';
import { shapeText } from './shape-text.ts';
import { STAGES } from './stages-list.ts';

/** All but the text itself, which stays on show. */
const STEPS = STAGES.slice(1);

/** The prediction trace: one text on its way through the model, a stage at a time. */
export function Steps({ one }: { one: Look }) {
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) heading.current?.focus(); // the content changed under the focus
  }, [at]);
  function go(to: number) {
    moved.current = true;
    setAt(to);
  }
  const { title, says, shape, Content } = STEPS[at]!;
  return (
    <Panel title="Prediction trace">
      <Text size="lg" mb="md">
        <q>{one.texts[0]!.text}</q>
      </Text>
      <Title order={4} size="h5" ref={heading} tabIndex={-1} className={styles.heading}>
        Step {at + 1} of {STEPS.length} · {title}
      </Title>
      <Text my="sm" maw="46rem">
        {says}
      </Text>
      <Text size="sm" c="dimmed" mb="xs">
        Shape <code data-testid="shape">{shapeText(shape(one))}</code>
      </Text>
      <Content key={title} look={one} name={title} />
      <Group mt="lg">
        <Button variant="default" disabled={at === 0} onClick={() => go(at - 1)}>
          Back
        </Button>
        <Button disabled={at === STEPS.length - 1} onClick={() => go(at + 1)}>
          Next
        </Button>
      </Group>
    </Panel>
  );
}
