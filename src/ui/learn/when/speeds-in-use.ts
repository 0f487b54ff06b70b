import { speedsOf, type MeasuredSpeeds } from '../../../core/learn/when/measured-speeds.ts';
import { readNumber } from '../../../core/learn/when/read-job.ts';
import type { EngineResult } from '../../../core/bench/result.ts';
import type { Running } from '../../../state/engine-state.ts';
import type { QuickResult, When } from '../../../state/learn/when-state.ts';
import { modelBytesOf } from '../../../state/learn/when.ts';
import { count } from '../../parts/format.ts';
import { workers } from './quantities.ts';
import type { Measured } from '../../../state/learn/measured-state.ts';

/** The numbers that everything below is computed from. */
export interface InUse {
  speeds: MeasuredSpeeds;
  /** Where they come from, in a sentence. */
  said: string;
  /** p95 in seconds that the benchmark has measured at rates of arrival a second, with one worker. */
  waits: readonly { rate: number; p95: number }[];
}

/** @returns undefined where the chosen source has no numbers yet */
export function speedsInUse(
  when: Omit<When, 'job'>,
  measured: Measured,
  running: Running | undefined,
): InUse | undefined {
  switch (when.source ?? 'benchmark') {
    case 'benchmark':
      return measured.phase === 'ready' ? ofBenchmark(measured, when.engine) : undefined;
    case 'quick':
      return when.quick.phase === 'done'
        ? { speeds: when.quick.result.speeds, said: quickText(when.quick.result), waits: [] }
        : undefined;
    case 'typed':
      return ofTyped(when.typed, running);
  }
}

/** Engines of which a benchmark says enough. */
export const choices = ({ figures }: Extract<Measured, { phase: 'ready' }>) =>
  figures.headlines.flatMap((headline) => {
    const speeds = speedsOf(headline);
    return speeds ? [{ headline, speeds, id: headline.engine.id }] : [];
  });

function ofBenchmark(
  measured: Extract<Measured, { phase: 'ready' }>,
  engine: string | undefined,
): InUse | undefined {
  const all = choices(measured);
  const chosen = all.find(({ id }) => id === engine) ?? all[0];
  if (!chosen) return undefined;
  const { result, figures } = measured;
  const { headline, speeds } = chosen;
  const server = figures.servers.find((one) => one.engine.id === chosen.id);
  return {
    speeds,
    said:
      `Measured by the Benchmark of this machine${result.name && ` (“${result.name}”)`}, ` +
      `${DATE.format(result.startedAt)}: ${engineText(headline.engine)}, the list by ${workers(speeds.workers)}.`,
    waits:
      server?.points.map(({ rate, figures: { latency } }) => ({ rate, p95: latency.p95 / 1000 })) ??
      [],
  };
}

const DATE = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

const DEVICES: Record<EngineResult['device'], string> = {
  kernel: ' on our own kernel',
  wasm: ' on WASM',
  webgpu: ' on WebGPU',
  javascript: '', // there is no other way
};

export const engineText = (engine: { title: string; device: EngineResult['device'] }): string =>
  engine.title + DEVICES[engine.device];

const quickText = ({ model, device, alone, listed, speeds, measuredAt }: QuickResult): string =>
  `Quick measurement in this page, ${DATE.format(measuredAt)}: ${engineText({ title: model, device })}, ` +
  `${count(alone)} reviews one by one, then ${count(listed)} as a list by ${workers(speeds.workers)}.`;

const MOST_MS = 1e6;
/** Of a number of ms that is typed: the number, or what is wrong with it. */
export function readMs(text: string): number | string {
  const number = readNumber(text, 0, MOST_MS);
  return number === 0 ? 'More than 0.' : number;
}

function ofTyped(typed: When['typed'], running: Running | undefined): InUse | undefined {
  const [alone, listed] = [readMs(typed.alone), readMs(typed.listed)];
  if (typeof alone === 'string' || typeof listed === 'string') return undefined;
  return {
    speeds: {
      alone: alone / 1000,
      aloneP95: alone / 1000,
      listed: listed / 1000,
      workers: 1,
      modelBytes: running && modelBytesOf(running),
    },
    said: 'Typed by you, not measured.',
    waits: [],
  };
}
