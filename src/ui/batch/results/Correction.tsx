import { Button, Group, Text } from '@mantine/core';
import { useId } from 'react';
import { results } from '../../../app.ts';
import type { Row } from '../../../core/runs.ts';
import { LABELS } from '../../../core/sentiment.ts';
import { LABEL_STYLE } from '../../parts/label-style.ts';

/** A person's word against the model's; kept with the row and exported. */
export function Correction({ row: { row, label, corrected }, busy }: { row: Row; busy: boolean }) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} aria-busy={busy}>
      <Text size="sm" fw={600} id={id} mb={6}>
        Correct the label
      </Text>
      <Group gap="xs">
        {LABELS.map((choice) => {
          const chosen = (corrected ?? label) === choice;
          return (
            <Button
              key={choice}
              size="xs"
              variant={chosen ? 'filled' : 'default'}
              aria-pressed={chosen}
              // The model's own label is no correction: choosing it takes one back.
              onClick={() => void results.correct(row, choice === label ? null : choice)}
            >
              <span aria-hidden>{LABEL_STYLE[choice].mark}&nbsp;</span>
              {LABEL_STYLE[choice].word}
            </Button>
          );
        })}
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
