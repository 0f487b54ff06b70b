import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useId } from 'react';
import { results } from '../../../app.ts';
import type { Row } from '../../../core/runs.ts';
import { startOf } from '../../../core/segments.ts';
import { labelStyle } from '../../parts/label-style.ts';

/** More are a list to choose from. */
const MOST_BUTTONS = 8;

interface Props {
  labels: readonly string[];
  row: Row;
  busy: boolean;
}

/** A person's word against the model's; kept with the row and exported. */
export function Correction({ labels, row: { row, label, corrected }, busy }: Props) {
  const id = useId();
  const shown = corrected ?? label;
  // The model's own label is no correction: choosing it takes one back.
  const choose = (choice: string) => void results.correct(row, choice === label ? null : choice);
  return (
    <div role="group" aria-labelledby={id} aria-busy={busy}>
      <Text size="sm" fw={600} id={id} mb={6}>
        Correct the label
      </Text>
      <Group gap="xs">
        {labels.length > MOST_BUTTONS ? (
          <NativeSelect
            size="xs"
            aria-label="Label"
            value={shown ?? ''}
            data={[
              ...(shown === undefined ? [{ value: '', label: 'Choose', disabled: true }] : []),
              ...labels.map((value) => ({ value, label: startOf(value, 60) })),
            ]}
            onChange={(event) => choose(event.currentTarget.value)}
          />
        ) : (
          labels.map((choice) => (
            <Button
              key={choice}
              size="xs"
              maw="100%"
              variant={shown === choice ? 'filled' : 'default'}
              aria-pressed={shown === choice}
              onClick={() => choose(choice)}
            >
              <span aria-hidden>{labelStyle(choice).mark}&nbsp;</span>
              {labelStyle(choice).word}
            </Button>
          ))
        )}
        {corrected && (
          <Button size="xs" variant="subtle" onClick={() => void results.correct(row, null)}>
            Take back
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed" mt={6} role="status">
        {corrected
          ? label
            ? `Corrected by hand; the model says ${label}.`
            : 'Labelled by hand.'
          : 'A correction is kept with the row and exported. The model’s own label stays beside it.'}
      </Text>
    </div>
  );
}
