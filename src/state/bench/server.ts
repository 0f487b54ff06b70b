import { arrivals } from '../../core/bench/poisson.ts';
import { createRandom, shuffled } from '../../core/bench/random.ts';
import type { Surroundings } from '../../core/bench/rig.ts';
import type { Ledger } from './ledger.ts';
import type { Ready } from './ready.ts';
import type { Scene } from './scene.ts';
import { planRates, requestOrder, type ServerPlan } from './server-plan.ts';
import type { Answered, Timed } from './timed.ts';

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

/** One rate: a queue, first in, first out, before one worker. The same pattern of arrivals at every rate, only faster. */
async function serve(
  { texts: { texts }, settings, until, now }: Scene & { until: Surroundings['until'] },
  { engine: { crew }, rate, requests }: ServerPlan,
  signal: AbortSignal,
): Promise<Timed> {
  const due = arrivals(rate, requests, createRandom(settings.seed));
  const order = requestOrder(texts.length, settings.seed);
  const answers: Answered[] = [];
  const startedAt = now();
  for (const [i, ms] of due.entries()) {
    signal.throwIfAborted();
    const dueAt = startedAt + ms;
    if (now() < dueAt) await until(dueAt);
    const text = order[i % order.length]!;
    const sentAt = now();
    const scored = await crew.score(0, [texts[text]!]);
    answers.push({ dueAt, sentAt, endedAt: now(), worker: 0, texts: [text], scored });
  }
  return { startedAt, endedAt: now(), answers };
}
