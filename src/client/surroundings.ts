import { smallestStep } from '../core/bench/tick.ts';
import type { Machine, Surroundings } from '../core/bench/rig.ts';
import { nextTask } from '../core/next-task.ts';
import { calibrate } from './calibrate.ts';
import { findCapabilities } from './capabilities.ts';
import { paint } from './paint.ts';

const LAG_MS = 20;
const LAG_TIMES = 5;
/** A timer is trusted to be no later than this; the rest is waited for message by message. */
const TIMER_LATE_MS = 4;

interface Battery {
  charging: boolean;
}

async function machine(): Promise<Machine> {
  const { gpu, cores, memoryGb } = await findCapabilities();
  // Chromium alone tells.
  const page = navigator as Navigator & { getBattery?: () => Promise<Battery> };
  const battery = await page.getBattery?.().catch(() => undefined);
  return {
    userAgent: navigator.userAgent,
    cores,
    memoryGb: memoryGb ?? null,
    isolated: crossOriginIsolated,
    adapter: typeof gpu === 'object' ? gpu : null,
    charging: battery?.charging ?? null,
    tickMs: smallestStep(undefined, 10),
  };
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function timerLag(): Promise<number> {
  const lags: number[] = [];
  for (let i = 0; i < LAG_TIMES; i++) {
    const start = performance.now();
    await sleep(LAG_MS);
    lags.push(performance.now() - start - LAG_MS);
  }
  return lags.sort((a, b) => a - b)[Math.floor(LAG_TIMES / 2)]!;
}

function visible(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (document.visibilityState === 'hidden' && !signal.aborted) return;
      document.removeEventListener('visibilitychange', look);
      if (signal.aborted) reject(signal.reason as Error);
      else resolve();
    };
    document.addEventListener('visibilitychange', look);
    signal.addEventListener('abort', look, { once: true });
    look();
  });
}

async function until(at: number): Promise<void> {
  const left = at - performance.now();
  if (left > TIMER_LATE_MS) await sleep(left - TIMER_LATE_MS);
  while (performance.now() < at) await nextTask();
}

/** The page as the benchmark senses it. */
export const surroundings: Surroundings = {
  machine,
  calibrate,
  timerLag,
  hidden: () => document.visibilityState === 'hidden',
  visible,
  onHidden(listener) {
    const look = () => document.visibilityState === 'hidden' && listener();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  },
  paint,
  until,
};
