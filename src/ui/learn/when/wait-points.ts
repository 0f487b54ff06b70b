import { waitsOf } from '../../../core/learn/when/queue.ts';
import type { Speeds } from '../../../core/learn/when/plan-job.ts';

/** Seconds from arrival to answer, at one rate of arrivals. */
export interface WaitPoint {
  /** A second. */
  rate: number;
  utilisation: number;
  mean: number;
  p95: number;
}

/** Nearer to full use the curves leave every page. */
const FULLEST = 0.98;
const STEPS = 80;

export function waitAt(rate: number, workers: number, { alone, aloneP95 }: Speeds): WaitPoint {
  const { utilisation, mean, within } = waitsOf({ rate, service: alone, workers });
  return { rate, utilisation, mean: mean + alone, p95: within(0.95) + aloneP95 };
}

/** From no arrivals to nearly as many as can be answered. */
export const waitCurve = (workers: number, speeds: Speeds): WaitPoint[] =>
  Array.from({ length: STEPS + 1 }, (_, i) =>
    waitAt(((i / STEPS) * FULLEST * workers) / speeds.alone, workers, speeds),
  );

/** Shares of what can be answered, for a table that can be read. */
const READABLE = [0, 0.25, 0.5, 0.75, 0.9, 0.95, 0.98];

export const waitRows = (workers: number, speeds: Speeds): WaitPoint[] =>
  READABLE.map((share) => waitAt((share * workers) / speeds.alone, workers, speeds));
