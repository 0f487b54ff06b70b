import {
  Button,
  Checkbox,
  Group,
  NativeSelect,
  NumberInput,
  Radio,
  Stack,
  Text,
} from '@mantine/core';
import { useState } from 'react';
import { shownOrder } from '../../../core/learn/quiz/draw.ts';
import type { Checked, Known } from '../../../core/learn/quiz/question.ts';
import { Said } from './Said.tsx';

interface Props {
  asked: Known | Checked;
  seed: number;
  /** Its place in the quiz. */
  at: number;
  busy: boolean;
  /** See Given in core/learn/quiz/score. */
  onAnswer: (given: number[]) => void;
}

const WANTED: Record<Known['kind'], string> = {
  one: 'Choose one answer',
  several: 'Choose every answer that is right',
  number: 'Type a number',
  match: 'Choose one for each line',
};

/** The fields of a question. Enter checks the answer. */
export function AnswerForm({ asked, seed, at, busy, onAnswer }: Props) {
  const [given, setGiven] = useState<readonly (number | undefined)[]>([]);
  const [missing, setMissing] = useState(false);
  const order = (count: number) => shownOrder(seed, at, count);

  function give(next: readonly (number | undefined)[]) {
    setGiven(next);
    setMissing(false);
  }
  function check() {
    const wanted = asked.kind === 'match' ? asked.pairs.length : 1;
    const whole = given.filter((each) => each !== undefined);
    if (whole.length < wanted) setMissing(true);
    else onAnswer(whole);
  }
  const error = missing && `${WANTED[asked.kind]}, or press “I don’t know”.`;

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) check();
      }}
    >
      <Stack>
        {asked.kind === 'one' && (
          <Radio.Group
            label={WANTED.one}
            error={error}
            value={given[0] === undefined ? null : String(given[0])}
            onChange={(value) => give([Number(value)])}
          >
            <Stack gap="xs" my="xs">
              {order(asked.choices.length).map((i) => (
                <Radio
                  key={i}
                  value={String(i)}
                  label={<Said text={asked.choices[i]!.text} />}
                  disabled={busy}
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
        {asked.kind === 'several' && (
          <Checkbox.Group
            label={WANTED.several}
            error={error}
            value={given.map(String)}
            onChange={(values) => give(values.map(Number))}
          >
            <Stack gap="xs" my="xs">
              {order(asked.choices.length).map((i) => (
                <Checkbox
                  key={i}
                  value={String(i)}
                  label={<Said text={asked.choices[i]!.text} />}
                  disabled={busy}
                />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        {asked.kind === 'number' && (
          <NumberInput
            label={asked.unit ? `Your answer, in ${asked.unit}` : 'Your answer'}
            error={error}
            allowedDecimalSeparators={['.', ',']}
            hideControls
            maw={280}
            value={given[0] ?? ''}
            onChange={(value) => give(typeof value === 'number' ? [value] : [])}
            disabled={busy}
          />
        )}
        {asked.kind === 'match' && (
          <Stack gap="xs">
            <Text size="sm" fw={500}>
              {WANTED.match}
            </Text>
            {asked.pairs.map(({ item }, i) => (
              <NativeSelect
                key={item}
                label={item}
                maw={440}
                error={given[i] === undefined && error}
                value={given[i] === undefined ? '' : String(given[i])}
                onChange={({ currentTarget: { value } }) =>
                  give(
                    asked.pairs.map((_, k) =>
                      k !== i ? given[k] : value === '' ? undefined : Number(value),
                    ),
                  )
                }
                data={[
                  { value: '', label: '…' },
                  ...order(asked.options.length).map((k) => ({
                    value: String(k),
                    label: asked.options[k]!,
                  })),
                ]}
                disabled={busy}
              />
            ))}
          </Stack>
        )}
        <Group>
          <Button type="submit" loading={busy}>
            Check the answer
          </Button>
          <Button variant="default" disabled={busy} onClick={() => onAnswer([])}>
            I don’t know
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
