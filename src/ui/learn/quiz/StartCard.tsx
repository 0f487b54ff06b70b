import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { MOST_SEED } from '../../../core/learn/quiz/draw.ts';
import { CopyText } from '../../parts/CopyText.tsx';
import { count } from '../../parts/format.ts';
import { Panel } from '../../parts/Panel.tsx';
import { Rules } from './Rules.tsx';
import { classLink, newSeed, readSeed } from './seed.ts';

interface Props {
  /** From the address; NaN: what stands there is no number of a quiz. */
  seed: number | undefined;
  onStart: (seed: number) => void;
}

/** The choice of a quiz. */
export function StartCard({ seed: linked, onStart }: Props) {
  const [typed, setTyped] = useState(() =>
    linked === undefined || Number.isNaN(linked) ? String(newSeed()) : String(linked),
  );
  const seed = readSeed(typed);
  const wrong = Number.isNaN(seed);
  return (
    <Panel title="Ten questions">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!wrong) onStart(seed);
        }}
      >
        <Stack>
          <Text>
            Each answer is explained at once. Some questions are checked against the model on this
            page, or against this machine’s newest benchmark. Your answers stay on this device.
          </Text>
          {linked !== undefined && Number.isNaN(linked) && (
            <Text role="alert">
              The link’s “seed” is not the number of a quiz: a whole number from 0 to{' '}
              {count(MOST_SEED)} is needed. Ask for the link again, or start the quiz below.
            </Text>
          )}
          <TextInput
            label="Number of the quiz"
            description="The same number draws the same ten questions on every machine."
            inputMode="numeric"
            maw={280}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            error={wrong && `Type a whole number from 0 to ${count(MOST_SEED)}.`}
          />
          <Group>
            <Button type="submit" disabled={wrong}>
              Start the quiz
            </Button>
            {!wrong && (
              <CopyText done="Link copied" text={classLink(seed)} label="Link to this quiz">
                Copy a link for the class
              </CopyText>
            )}
          </Group>
          <Rules />
        </Stack>
      </form>
    </Panel>
  );
}
