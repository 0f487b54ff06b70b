import { Fieldset, Group, NumberInput, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { bench } from '../../../app.ts';

type Side = 'batch' | 'real-time' | 'same';

const SIDES: readonly { value: Side; label: string }[] = [
  { value: 'batch', label: 'All together, in batch' },
  { value: 'real-time', label: 'One by one, in real time' },
  { value: 'same', label: 'About the same' },
];

const sideOf = (guess: number): Side => (guess === 1 ? 'same' : guess > 1 ? 'batch' : 'real-time');

/** Predict first: a guess that is held against the measurement afterwards. @param props.guess real time over batch */
export function GuessFields({ guess }: { guess: number | undefined }) {
  const side = guess === undefined ? undefined : sideOf(guess);
  const [factor, setFactor] = useState(guess === undefined ? 2 : Math.max(guess, 1 / guess, 1.1));

  function choose(next: Side, times = factor) {
    setFactor(times);
    bench.guess(next === 'same' ? 1 : next === 'batch' ? times : 1 / times);
  }

  return (
    <Fieldset legend="Predict first, if you like">
      <Stack gap="sm">
        <Radio.Group
          label="Which takes less time for each review?"
          value={side ?? ''}
          onChange={(value) => choose(value as Side)}
        >
          <Group gap="md" mt="xs">
            {SIDES.map((each) => (
              <Radio key={each.value} {...each} />
            ))}
          </Group>
        </Radio.Group>
        {(side === 'batch' || side === 'real-time') && (
          <NumberInput
            label="How many times as fast?"
            w={180}
            min={1.1}
            max={100}
            step={0.5}
            decimalScale={1}
            value={Math.round(factor * 10) / 10}
            onChange={(value) => typeof value === 'number' && value > 1 && choose(side, value)}
          />
        )}
        {side && (
          <Text size="sm" c="dimmed">
            Your guess will stand beside the measurement.
          </Text>
        )}
      </Stack>
    </Fieldset>
  );
}
