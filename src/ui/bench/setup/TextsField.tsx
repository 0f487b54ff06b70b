import { NumberInput, Select, Stack } from '@mantine/core';
import { useEffect } from 'react';
import { bench, runs } from '../../../app.ts';
import { MOST_TEXTS, type TextSource } from '../../../core/bench/settings.ts';
import { useApp } from '../../use-app.ts';
import { CheckList } from './CheckList.tsx';

const LENGTHS = ['8', '16', '32', '64', '128', '256', '512'];
const USUAL = 192;

/** Which texts are scored, and how many. */
export function TextsField({ source }: { source: TextSource }) {
  const files = useApp((app) => app.runs.list) ?? [];
  useEffect(() => void runs.refresh(), []);
  const count = source.kind === 'tokens' ? USUAL : source.count;

  function choose(value: string) {
    const run = files.find(({ id }) => id === value);
    const texts: TextSource = run
      ? { kind: 'run', run: run.id, name: run.name, count }
      : value === 'tokens'
        ? { kind: 'tokens', lengths: [8, 32, 128, 512] }
        : { kind: value === 'hard' ? 'hard' : 'everyday', count };
    bench.change({ texts });
  }

  return (
    <Stack gap="sm">
      <Select
        label="Texts"
        description="Accuracy needs labels: our reviews have them, a scored file has those that came with it."
        maw={420}
        allowDeselect={false}
        value={source.kind === 'run' ? source.run : source.kind}
        onChange={(value) => value && choose(value)}
        data={[
          { value: 'everyday', label: 'Our everyday reviews' },
          { value: 'hard', label: 'Our hard reviews: sarcasm, hints, long stories' },
          { value: 'tokens', label: 'Made texts of fixed lengths' },
          ...(source.kind === 'run' && !files.some(({ id }) => id === source.run)
            ? [{ value: source.run, label: source.name || 'A scored file of another machine' }]
            : []),
          ...files.map(({ id, name }) => ({ value: id, label: `Scored file: ${name}` })),
        ]}
      />
      {source.kind === 'tokens' ? (
        <CheckList
          label="Tokens of each text"
          items={LENGTHS.map((value) => ({ value, label: value }))}
          chosen={source.lengths.map(String)}
          onChange={(list) =>
            bench.change({
              texts: { kind: 'tokens', lengths: list.map(Number).sort((a, b) => a - b) },
            })
          }
        />
      ) : (
        <NumberInput
          label="How many"
          maw={160}
          min={32}
          max={MOST_TEXTS}
          step={32}
          allowDecimal={false}
          clampBehavior="blur"
          value={source.count}
          onChange={(value) =>
            typeof value === 'number' &&
            value >= 32 &&
            value <= MOST_TEXTS &&
            bench.change({ texts: { ...source, count: value } })
          }
        />
      )}
    </Stack>
  );
}
