import { Select, SimpleGrid, Stack } from '@mantine/core';
import { bench } from '../../../app.ts';
import {
  PLANS,
  SCENARIOS,
  type BenchSettings,
  type Plan,
  type Scenario,
} from '../../../core/bench/settings.ts';
import { titleOf } from '../../../models/chosen.ts';
import { chosenModel } from '../../../state/settings.ts';
import { useApp } from '../../use-app.ts';
import { CheckList } from './CheckList.tsx';
import { DevicesField } from './DevicesField.tsx';
import { modelTitle } from './setup-text.ts';
import { Rates, Whole } from './NumberFields.tsx';
import { TextsField } from './TextsField.tsx';

const SCENARIO_LABELS: Record<Scenario, string> = {
  'single-stream': 'Real time (SingleStream): the next review when the last is answered',
  offline: 'Batch (Offline): all reviews known from the start',
  server: 'Arrivals (Server): reviews come by themselves, at random',
};

const PLAN_LABELS: Record<Plan, string> = {
  file: 'In file order: filled up to the longest of a batch',
  sorted: 'Sorted by length: hardly any padding',
};

const MODELS = ['sentiscope-base', 'sentiscope-small', 'vader', 'bag-of-words'];
const WORKERS = [1, 2, 3, 4, 6, 8];
const BATCH_SIZES = [1, 2, 4, 8, 16, 32, 64];

/** Everything that a run can vary. */
export function Axes({ settings }: { settings: BenchSettings }) {
  const chosen = useApp((app) => chosenModel(app.settings));
  const hub = chosen.source === 'hub' ? titleOf(chosen) : undefined;
  const offered = hub === undefined ? MODELS : [...MODELS, 'hub'];
  const models = settings.models.map((id) => ({ value: id, label: modelTitle(id, hub) }));

  /** The first of the list stays first: it gets all axes. */
  const chooseModels = (ids: readonly string[]) =>
    bench.change({
      models: [
        ...settings.models.filter((id) => ids.includes(id)),
        ...ids.filter((id) => !settings.models.includes(id)),
      ],
    });

  return (
    <Stack gap="lg">
      <CheckList
        label="Models"
        description="VADER and the bag of words are baselines: a list of words, and a linear classifier trained on the spot."
        items={offered.map((id) => ({ value: id, label: modelTitle(id, hub) }))}
        chosen={settings.models}
        onChange={chooseModels}
      />
      <Select
        label="Model with every variant"
        description="The others are measured in real time and in one batch, to keep the run short."
        maw={320}
        allowDeselect={false}
        data={models}
        value={settings.models[0]!}
        onChange={(id) =>
          id && bench.change({ models: [id, ...settings.models.filter((other) => other !== id)] })
        }
      />
      <DevicesField chosen={settings.devices} />
      <CheckList
        label="Scenarios"
        vertical
        items={SCENARIOS.map((value) => ({ value, label: SCENARIO_LABELS[value] }))}
        chosen={settings.scenarios}
        onChange={(scenarios) => bench.change({ scenarios })}
      />
      <CheckList
        label="Workers of batch"
        description="Each has its own copy of the model. Real time has one by definition."
        items={WORKERS.map((n) => ({ value: String(n), label: String(n) }))}
        chosen={settings.workers.map(String)}
        onChange={(list) => bench.change({ workers: ascending(list) })}
      />
      <CheckList
        label="Batch sizes"
        description="Reviews in one forward pass."
        items={BATCH_SIZES.map((n) => ({ value: String(n), label: String(n) }))}
        chosen={settings.batchSizes.map(String)}
        onChange={(list) => bench.change({ batchSizes: ascending(list) })}
      />
      <CheckList
        label="How batches are made up"
        vertical
        items={PLANS.map((value) => ({ value, label: PLAN_LABELS[value] }))}
        chosen={settings.plans}
        onChange={(plans) => bench.change({ plans })}
      />
      <TextsField source={settings.texts} />
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <Whole
          label="Time cap, s"
          value={settings.seconds}
          range={[5, 900]}
          onChange={(seconds) => bench.change({ seconds })}
        />
        <Whole
          label="Seed"
          value={settings.seed}
          range={[0, 2 ** 31 - 1]}
          onChange={(seed) => bench.change({ seed })}
        />
        <Whole
          label="Bound on p95, ms"
          value={settings.boundMs}
          range={[1, 10_000]}
          onChange={(boundMs) => bench.change({ boundMs })}
        />
      </SimpleGrid>
      <Rates rates={settings.rates} />
    </Stack>
  );
}

const ascending = (list: readonly string[]) => list.map(Number).sort((a, b) => a - b);
