import { cellId, enginesOf, isBaseline } from '../../core/bench/cells.ts';
import { createRandom, shuffled } from '../../core/bench/random.ts';
import type { Cell } from '../../core/bench/result.ts';
import { serverRates } from '../../core/bench/server.ts';
import { summarize } from '../../core/stats.ts';
import type { Ledger } from './ledger.ts';
import type { Ready } from './ready.ts';
import type { Scene } from './scene.ts';
import { timeBatches } from './timed.ts';

/** Requests at one rate: a p95 of fewer means nothing, and of more hardly more. */
const FEWEST = 10;
const MOST = 400;

/** Texts scored to learn an engine's capacity where real time was not measured. */
const TRIAL = 8;

export interface ServerPlan {
  engine: Ready;
  cell: Cell;
  /** A second. */
  rate: number;
  requests: number;
}

/** Rates for each device of the first model that is no baseline; each has an equal share of `capMs`. */
export async function planRates(
  scene: Scene,
  engines: ReadonlyMap<string, Ready>,
  ledger: Ledger,
  capMs: number,
): Promise<ServerPlan[]> {
  const { settings } = scene;
  const first = settings.models.find((model) => !isBaseline(model));
  const plans: Omit<ServerPlan, 'requests'>[] = [];
  for (const { id, model } of enginesOf(settings)) {
    if (model !== first) continue;
    const engine = engines.get(id)!;
    const capacity = 1000 / (await reviewMs(scene, engine, ledger));
    for (const rate of serverRates(settings, capacity)) {
      const cell = { scenario: 'server', workers: 1, batchSize: 1, plan: 'file', rate } as const;
      const named = { ...cell, engine: id };
      plans.push({ engine, rate, cell: { id: cellId(named), ...named } });
    }
  }
  const shareMs = capMs / plans.length;
  return plans.map((plan) => {
    const fitting = Math.round((plan.rate * shareMs) / 1000);
    return { ...plan, requests: Math.min(MOST, Math.max(FEWEST, fitting)) };
  });
}

/** One review in real time, ms: median of the rounds measured before (mean of those of each length), or of a short trial. */
async function reviewMs(
  { settings, texts, sight, discard, now }: Scene,
  { crew, record }: Ready,
  ledger: Ledger,
): Promise<number> {
  const { id: engine } = record;
  const lengths = texts.lengths ? [...new Set(texts.lengths)] : [undefined];
  const medians = lengths.flatMap((tokens) => {
    const cell = { engine, scenario: 'single-stream', workers: 1, batchSize: 1 } as const;
    const id = cellId({ ...cell, plan: 'file', ...(tokens !== undefined && { tokens }) });
    const rounds = ledger.rounds(id).map(({ wallMs, reviews }) => wallMs / reviews);
    return rounds.length > 0 ? [summarize(rounds).median] : [];
  });
  if (medians.length > 0) return mean(medians);

  const batches = requestOrder(texts.texts.length, settings.seed)
    .slice(0, TRIAL)
    .map((text) => [text]);
  const { answers } = await sight.whileSeen(
    (signal) => timeBatches(crew, 1, batches, texts.texts, now, signal),
    discard,
  );
  return mean(answers.map(({ sentAt, endedAt }) => endedAt - sentAt));
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Which text comes when: the same at every rate. Texts made to lengths would else come one length after the other. */
export function requestOrder(texts: number, seed: number): number[] {
  const all = Array.from({ length: texts }, (_, i) => i);
  return shuffled(all, createRandom(seed));
}
