import { Button, Group, Modal, Progress, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { runs } from '../../../app.ts';
import { haveSameLabels, type ListedRun } from '../../../core/runs.ts';
import { failureText } from '../../parts/failure-text.ts';
import { count } from '../../parts/format.ts';
import { Notice } from '../../parts/Notice.tsx';
import { useApp } from '../../use-app.ts';
import { Comparison } from './Comparison.tsx';
import { choiceText } from './run-text.ts';

interface Props {
  /** Newest first, at least two. */
  list: readonly ListedRun[];
  onClose: () => void;
}

/** Two runs side by side: another model, or another week. */
export function Compare({ list, onClose }: Props) {
  const [a, setA] = useState(list[1]!.id);
  const [b, setB] = useState(list[0]!.id);
  const comparing = useApp((app) => app.runs.comparing);
  const data = list.map((run) => ({ value: run.id, label: choiceText(run) }));

  const [first, second] = [a, b].map((id) => list.find((run) => run.id === id));
  const alike = !first || !second || haveSameLabels(first.model, second.model);

  function close() {
    runs.endComparison();
    onClose();
  }

  return (
    <Modal opened onClose={close} title="Compare two runs" size="xl">
      <Stack gap="sm">
        <Select label="First" data={data} value={a} allowDeselect={false} onChange={setOr(setA)} />
        <Select label="Second" data={data} value={b} allowDeselect={false} onChange={setOr(setB)} />
        <Group>
          <Button disabled={a === b || !alike} onClick={() => runs.compare(a, b)}>
            Compare
          </Button>
          {a === b && <Text size="sm">Choose two different runs.</Text>}
          {!alike && (
            <Text size="sm">
              The labels of these two differ, so there is nothing to compare. Choose two runs whose
              models have the same labels.
            </Text>
          )}
        </Group>
        {comparing.phase === 'running' && (
          <div>
            <Progress
              value={(100 * comparing.rows) / Math.max(comparing.total, 1)}
              aria-label="Comparing"
            />
            <Text size="sm" c="dimmed" mt={4}>
              {count(comparing.rows)} of {count(comparing.total)} rows
            </Text>
          </div>
        )}
        {comparing.phase === 'failed' && (
          <Notice color="red">{failureText(comparing.failure)}</Notice>
        )}
        {comparing.phase === 'done' && <Comparison {...comparing.comparison} />}
      </Stack>
    </Modal>
  );
}

const setOr = (set: (value: string) => void) => (value: string | null) => {
  if (value !== null) set(value);
};
