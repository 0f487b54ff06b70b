import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { bench } from '../../../app.ts';
import type { BenchResult } from '../../../core/bench/result.ts';
import { useApp } from '../../use-app.ts';
import { BENCHMARK } from '../address.ts';
import { CopySettings } from '../CopySettings.tsx';

interface Props {
  result: BenchResult;
  presenting: boolean;
  onPresent: () => void;
}

/** The name of a run, and what can be done with it. */
export function Toolbar({ result, presenting, onPresent }: Props) {
  const [name, setName] = useState(result.name);
  const compared = useApp(({ benchShelf }) =>
    benchShelf.compared.some((one) => one.result.id === result.id),
  );

  if (presenting)
    return (
      <Group justify="flex-end">
        <Button variant="default" onClick={onPresent}>
          Leave presenter mode
        </Button>
      </Group>
    );
  return (
    <Group align="end" gap="xs">
      <TextInput
        label="Name of this run"
        placeholder="Such as: Room 12, desk 3"
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={() => name !== result.name && bench.rename(result.id, name)}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        style={{ flex: '1 1 14rem' }}
      />
      <Button
        onClick={() => {
          bench.close();
          location.hash = BENCHMARK;
        }}
      >
        New run
      </Button>
      <Button variant="default" onClick={bench.exportJson}>
        Export JSON
      </Button>
      <Button variant="default" aria-pressed={compared} onClick={() => bench.compare(result.id)}>
        {compared ? 'Take out of the comparison' : 'Add to the comparison'}
      </Button>
      <Button variant="default" onClick={onPresent}>
        Presenter mode
      </Button>
      <CopySettings settings={result.settings} size="sm" />
    </Group>
  );
}
