import { quantileSorted } from 'simple-statistics';
import type { Warning } from '../../core/bench/result.ts';
import type { Machine } from '../../core/bench/rig.ts';
import type { BenchSettings } from '../../core/bench/settings.ts';
import type { Scoring } from '../scoring-state.ts';

/** A timer of 20 ms that comes later than this is held back, ms: a busy page's comes within a frame or two. */
const LATE = 50;
/** Where the calibration loop's slower runs take this many times its median, something else is at work. */
const UNEVEN = 1.2;
/** The loop's median after over that before. */
const SLOWER = 1.15;
/** A clock this coarse turns single short times into rounding, ms. */
const COARSE_TICK = 1;

/** What is to be said of a machine before anything is measured on it. */
export function warningsBefore(
  { machine, workerTickMs }: { machine: Machine; workerTickMs: number },
  { settings, scoring }: { settings: BenchSettings; scoring: Scoring },
  { lagMs, beforeMs }: { lagMs: number; beforeMs: readonly number[] },
): Warning[] {
  const found: Partial<Record<Warning, boolean>> = {
    'software-adapter':
      settings.devices.includes('webgpu') && machine.adapter !== null && machine.adapter.software,
    'on-battery': machine.charging === false,
    'busy-before': at(beforeMs, 0.9) / at(beforeMs, 0.5) > UNEVEN,
    // Here, or in another tab.
    'scoring-run':
      scoring.phase === 'open' && ['working', 'elsewhere'].includes(scoring.activity.kind),
    throttled: lagMs > LATE,
    'tick-coarse': Math.max(machine.tickMs, workerTickMs) >= COARSE_TICK,
    'workers-capped':
      settings.scenarios.includes('offline') && Math.max(...settings.workers) > machine.cores,
  };
  return (Object.keys(found) as Warning[]).filter((warning) => found[warning]); // the keys of a Record of Warnings
}

export const isSlowerAfter = (beforeMs: readonly number[], afterMs: readonly number[]): boolean =>
  at(afterMs, 0.5) / at(beforeMs, 0.5) > SLOWER;

/** NaN, which is over nothing, where there are no runs. */
function at(ms: readonly number[], quantile: number): number {
  return ms.length === 0
    ? NaN
    : quantileSorted(
        ms.toSorted((a, b) => a - b),
        quantile,
      );
}
