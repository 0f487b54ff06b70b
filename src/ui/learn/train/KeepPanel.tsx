import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { ownModels, trial } from '../../../app.ts';
import type { TrainPlan, TrainResult } from '../../../state/learn/train-state.ts';
import { failureText } from '../../parts/failure-text.ts';
import { Notice } from '../../parts/Notice.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { Probabilities } from '../../parts/Probabilities.tsx';
import { useApp } from '../../use-app.ts';

/** Try what was trained, give it a name and keep it. */
export function KeepPanel({ result, plan }: { result: TrainResult; plan: TrainPlan }) {
  const [name, setName] = useState(() => nameFor(plan));
  const kept = result.kept;
  return (
    <Panel title="5 · Try it and keep it">
      <Stack>
        <Trial />
        <form
          onSubmit={(event) => {
            event.preventDefault();
            ownModels.keepTrained(name);
          }}
        >
          <Group align="end" gap="sm">
            <TextInput
              label="Name of your model"
              value={name}
              maxLength={80}
              flex="1 1 14rem"
              maw="28rem"
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" disabled={name.trim() === ''}>
              {kept ? 'Keep under this name' : 'Keep it'}
            </Button>
          </Group>
        </form>
        <Text size="sm" role="status">
          {kept && 'Kept on this device, in the list below and under “Change model” of the engine.'}
        </Text>
      </Stack>
    </Panel>
  );
}

const nameFor = ({ column, file }: TrainPlan) =>
  `${column} from ${file.replace(/(\.\w{1,7}){1,2}$/, '')}`.slice(0, 80);

function Trial() {
  const { typed, answer, failure } = useApp((app) => app.trial);
  useEffect(() => trial.again(), []); // a new head answers for what stands in the box
  return (
    <Stack gap="xs" maw="46rem">
      <Textarea
        label="Try a text"
        placeholder="Write something like the texts it was trained on"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={10_000}
        value={typed}
        onChange={(event) => trial.type(event.currentTarget.value)}
      />
      {failure && (
        <Notice color="red" title="No label for this text">
          {failureText(failure)}
        </Notice>
      )}
      {answer && (
        <div aria-busy={answer.text !== typed}>
          <Probabilities values={answer.probabilities} top={topOf(answer.probabilities)} />
        </div>
      )}
    </Stack>
  );
}

const topOf = (values: Readonly<Record<string, number>>): string =>
  Object.keys(values).reduce((top, label) => (values[label]! > values[top]! ? label : top));
