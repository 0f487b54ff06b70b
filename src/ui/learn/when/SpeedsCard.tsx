import {
  Anchor,
  Button,
  Group,
  Loader,
  NativeSelect,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { when } from '../../../app.ts';
import type { SpeedSource } from '../../../state/learn/when-state.ts';
import { failureText } from '../../parts/failure-text.ts';
import { Notice } from '../../parts/Notice.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { useApp } from '../../use-app.ts';
import { span } from './quantities.ts';
import { choices, engineText, readMs, type InUse } from './speeds-in-use.ts';

/** Where the numbers come from that all the others are worked out from. */
export function SpeedsCard({ inUse }: { inUse: InUse | undefined }) {
  const source = useApp((app) => app.when.source ?? 'benchmark');
  return (
    <Panel title="Numbers of this machine">
      <Stack>
        <Group>
          <SegmentedControl<SpeedSource>
            size="xs"
            aria-label="Where the numbers come from"
            value={source}
            onChange={(next) => when.choose({ source: next })}
            data={[
              { value: 'benchmark', label: 'Benchmark' },
              { value: 'quick', label: 'Measure now' },
              { value: 'typed', label: 'Type them' },
            ]}
          />
        </Group>
        {source === 'benchmark' && <FromBenchmark />}
        {source === 'quick' && <FromQuick />}
        {source === 'typed' && <FromTyping />}
        {inUse && (
          <Text role="status" maw="46rem">
            {inUse.said} One review by itself takes {span(inUse.speeds.alone)} on average
            {inUse.speeds.aloneP95 > inUse.speeds.alone &&
              `, and 95 of 100 take at most ${span(inUse.speeds.aloneP95)}`}
            ; within a list, a review takes {span(inUse.speeds.listed)} of one worker’s time.
          </Text>
        )}
      </Stack>
    </Panel>
  );
}

function FromBenchmark() {
  const measured = useApp((app) => app.measured);
  const engine = useApp((app) => app.when.engine);
  if (measured.phase === 'unread') return <Text c="dimmed">Looking for a benchmark …</Text>;
  if (measured.phase === 'none')
    return <Missing title="This machine has no benchmark yet">Run the Benchmark here once</Missing>;
  const all = choices(measured);
  if (all.length === 0)
    return (
      <Missing title="The newest benchmark did not measure both, real time and batch">
        Run one with both
      </Missing>
    );
  return (
    <NativeSelect
      label="Model and device"
      maw={360}
      value={engine ?? all[0]!.id}
      onChange={(event) => when.choose({ engine: event.currentTarget.value })}
      data={all.map(({ id, headline }) => ({ value: id, label: engineText(headline.engine) }))}
    />
  );
}

function Missing({ title, children }: { title: string; children: string }) {
  return (
    <Notice color="yellow" title={title}>
      <Anchor inherit href="#/benchmark" underline="always">
        {children}
      </Anchor>
      , and its numbers are used below. Until then, measure quickly with the model in use, or type
      numbers of your own.
      <Group mt="sm">
        <Button
          variant="default"
          onClick={() => {
            when.choose({ source: 'quick' });
            void when.measure();
          }}
        >
          Measure for three seconds
        </Button>
      </Group>
    </Notice>
  );
}

function FromQuick() {
  const quick = useApp((app) => app.when.quick);
  const running = useApp((app) => app.engine.running !== undefined);
  if (quick.phase === 'waiting' || quick.phase === 'running')
    return (
      <Group>
        <Loader size="xs" aria-hidden />
        <Text role="status">
          {quick.phase === 'running'
            ? quick.part === 'alone'
              ? 'Timing reviews one by one …'
              : 'Timing a list …'
            : running
              ? 'Getting ready …'
              : 'Waiting for a model. Its bar is at the foot of the window.'}
        </Text>
        <Button variant="default" onClick={when.stop}>
          Stop
        </Button>
      </Group>
    );
  return (
    <Stack align="start" gap="xs">
      {quick.phase === 'failed' && (
        <Notice color="red" title="Not measured">
          {failureText(quick.failure)}
        </Notice>
      )}
      <Text maw="46rem">
        Scores our everyday reviews with the model in use, first one by one, then as a list. The
        Benchmark does the same with care, and tells how sure its numbers are.
      </Text>
      <Button variant="default" onClick={() => void when.measure()}>
        {quick.phase === 'done' ? 'Measure again' : 'Measure for three seconds'}
      </Button>
    </Stack>
  );
}

function FromTyping() {
  const { alone, listed } = useApp((app) => app.when.typed);
  return (
    <Group align="start">
      <MsField
        label="One review by itself, ms"
        value={alone}
        onChange={(next) => when.typeSpeed({ alone: next })}
      />
      <MsField
        label="One review within a list, ms of a worker"
        value={listed}
        onChange={(next) => when.typeSpeed({ listed: next })}
      />
    </Group>
  );
}

interface MsProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function MsField({ label, value, onChange }: MsProps) {
  const read = readMs(value);
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      maxLength={24}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={value !== '' && typeof read === 'string' && read}
      style={{ flex: '1 1 14rem' }}
    />
  );
}
