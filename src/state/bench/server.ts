import { cellId, isBaseline } from '../../core/bench/cells.ts';
import { arrivals } from '../../core/bench/poisson.ts';
import { createRandom, shuffled } from '../../core/bench/random.ts';
import type { Cell } from '../../core/bench/result.ts';
import type { Surroundings } from '../../core/bench/rig.ts';
import { serverRates } from '../../core/bench/server.ts';
import { summarize } from '../../core/stats.ts';
import type { Ledger } from './ledger.ts';
import type { Ready } from './ready.ts';
import type { Scene } from './scene.ts';
import { timeBatches, type Answered, type Timed } from './timed.ts';

/** Requests at one rate: a p95 of fewer means nothing, and of more hardly more. */
const FEWEST = 10;
const MOST = 400;

/** Texts scored to learn an engine's capacity where real time was not measured. */
const TRIAL = 8;

interface Plan {
  engine: Ready;
  cell: Cell;
  rate: number;
  requests: number;
}

/**
 * Requests that arrive by themselves, at several rates, on every device of the first model that is no baseline. The loop
 * is open: arrivals don't wait for answers, and a request's time counts from when it was due, so that a late answer is
 * paid for by all that queue behind it (no coordinated omission), and a late timer counts against us.
 *
 * @param capMs for all rates together; each has an equal share
 */
export async function measureServer(
  scene: Scene & { until: Surroundings['until'] },
  engines: ReadonlyMap<string, Ready>,
  ledger: Ledger,
  capMs: number,
): Promise<void> {
  const { settings, sight, screen, discard } = scene;
  const plans = await planRates(scene, engines, ledger, capMs);
  const total = plans.reduce((sum, { requests }) => sum + requests, 0);
  let done = 0;
  for (const plan of shuffled(plans, createRandom(settings.seed))) {
    await screen.show({ kind: 'server', rate: plan.rate, done, total });
    const timed = await sight.whileSeen((signal) => serve(scene, plan, signal), discard);
    ledger.enter(plan.cell, 0, timed);
    done += plan.requests;
  }
}

async function planRates(
  scene: Scene,
  engines: ReadonlyMap<string, Ready>,
  ledger: Ledger,
  capMs: number,
): Promise<Plan[]> {
  const { settings } = scene;
  const first = settings.models.find((model) => !isBaseline(model));
  const ids = settings.devices.map((device) => `${first} ${device}`);
  const plans: Omit<Plan, 'requests'>[] = [];
  for (const id of ids) {
    const engine = engines.get(id);
    if (!engine) continue;
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

/** One review in real time, ms: median of the rounds measured before, or of a short trial. */
async function reviewMs(
  { texts, sight, discard, now }: Scene,
  { crew, record }: Ready,
  ledger: Ledger,
): Promise<number> {
  const lengths = texts.lengths ? [...new Set(texts.lengths)] : [undefined];
  const measured = lengths.flatMap((tokens) => {
    const cell = {
      engine: record.id,
      scenario: 'single-stream',
      workers: 1,
      batchSize: 1,
    } as const;
    const id = cellId({ ...cell, plan: 'file', ...(tokens !== undefined && { tokens }) });
    const rounds = ledger.rounds(id);
    return rounds.map(({ wallMs, reviews }) => wallMs / reviews);
  });
  if (measured.length > 0) return summarize(measured).median;
  const batches = Array.from({ length: TRIAL }, (_, i) => [i % texts.texts.length]);
  const trial = await sight.whileSeen(
    (signal) => timeBatches(crew, 1, batches, texts.texts, now, signal),
    discard,
  );
  return summarize(trial.answers.map(({ sentAt, endedAt }) => endedAt - sentAt)).median;
}

/** One rate: a queue, first in, first out, before one worker. The same pattern of arrivals at every rate, only faster. */
async function serve(
  { texts: { texts }, settings, until, now }: Scene & { until: Surroundings['until'] },
  { engine: { crew }, rate, requests }: Plan,
  signal: AbortSignal,
): Promise<Timed> {
  const due = arrivals(rate, requests, createRandom(settings.seed));
  const answers: Answered[] = [];
  const startedAt = now();
  for (const [i, ms] of due.entries()) {
    signal.throwIfAborted();
    const dueAt = startedAt + ms;
    if (now() < dueAt) await until(dueAt);
    const text = i % texts.length;
    const sentAt = now();
    const scored = await crew.score(0, [texts[text]!]);
    answers.push({ dueAt, sentAt, endedAt: now(), worker: 0, texts: [text], scored });
  }
  return { startedAt, endedAt: now(), answers };
}
