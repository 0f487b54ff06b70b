import type { Step } from '../../../state/bench/state.ts';
import { bytes, count, duration } from '../../parts/format.ts';

/** What a run is doing, for a class to follow. */
export function stepText(step: Step): string {
  switch (step.kind) {
    case 'preparing':
      return 'Getting to know the machine: its clock, its timers, and how busy it is';
    case 'loading':
      return step.progress && step.progress.loaded < step.progress.total
        ? `Loading ${step.engine}: ${bytes(step.progress.loaded)} of ${bytes(step.progress.total)}`
        : `Loading ${step.engine}`;
    case 'alone':
      return `Scoring every text once, untimed, with ${step.engine}: ${count(step.done)} of ${count(step.total)}`;
    case 'warming':
      return `Warming up ${step.engine}: ${step.done} of ${step.total} kinds of batch`;
    case 'rounds':
      return `Measuring all variants in turn: round ${count(step.done + 1)}`;
    case 'server':
      return `Letting reviews arrive by themselves, ${step.rate.toFixed(step.rate < 10 ? 1 : 0)} a second: ${count(step.done)} of ${count(step.total)}`;
    case 'painting':
      return 'Timing how long an answer takes to the screen';
  }
}

/** The stages in order, as far as a screen reader should hear of them: not every round. */
export function stageText({ kind }: Step): string {
  const texts: Record<Step['kind'], string> = {
    preparing: 'Preparing',
    loading: 'Loading the models',
    alone: 'Scoring every text once',
    warming: 'Warming up',
    rounds: 'Measuring in rounds',
    server: 'Measuring arrivals',
    painting: 'Measuring the screen',
  };
  return texts[kind];
}

/** How far the present step is, 0 to 100. */
export function stepPercent(step: Step): number {
  const of = (done: number, total: number) => (total > 0 ? Math.min(100, (100 * done) / total) : 0);
  switch (step.kind) {
    case 'rounds':
      return of(step.elapsedMs, step.capMs);
    case 'loading':
      return step.progress ? of(step.progress.loaded, step.progress.total) : 0;
    case 'alone':
    case 'warming':
    case 'server':
      return of(step.done, step.total);
    case 'preparing':
    case 'painting':
      return 0;
  }
}

/** What is left of the step, where that is known. */
export function leftText(step: Step): string {
  if (step.kind !== 'rounds') return '';
  return `up to ${duration(Math.max(1, (step.capMs - step.elapsedMs) / 1000))} left of this step`;
}
