import { describe, expect, it } from 'vitest';
import { AppError, type Failure } from '../core/failure.ts';
import type { Calls, LoadOrder, Priority, Scored, ScoreOrder } from '../core/protocol.ts';
import type { PoolEvent, StartOrder, WorkerActivity } from '../core/scorer.ts';
import type { CallOptions } from '../core/wire.ts';
import type { Connection } from './connect.ts';
import { createPool } from './pool.ts';

const CRASH: Failure = { code: 'worker-crashed', detail: 'test' };

function scored(texts: readonly string[]): Scored {
  return {
    probabilities: new Float32Array(texts.flatMap((text) => [0, 0, Number(text) || 0])),
    logits: new Float32Array(texts.length * 3),
    tokens: new Uint32Array(texts.length).fill(3),
    windows: new Uint16Array(texts.length).fill(1),
    paddedTokens: texts.length * 3,
    tokenizeMs: 0,
    inferenceMs: texts.length * 3,
    postprocessMs: 0,
  };
}

/** A worker whose answers the test gives by hand. */
function fakeWorker() {
  const listeners: ((failure: Failure) => void)[] = [];
  const asked: {
    call: string;
    input: unknown;
    answer: (output?: unknown) => void;
    reject: (error: unknown) => void;
    signal: AbortSignal | undefined;
  }[] = [];
  let over: Failure | undefined;
  const connection: Connection<Calls> = {
    call: (call, input, options: CallOptions = {}) =>
      new Promise((resolve, reject) => {
        if (over) return reject(new AppError(over));
        const answer = (output: unknown = {}) => resolve(output as never);
        asked.push({ call, input, answer, reject, signal: options.signal });
      }),
    end(failure) {
      if (over) return;
      over = failure;
      listeners.forEach((listener) => listener(failure));
      asked.forEach(({ reject }) => reject(new AppError(failure)));
    },
    onEnd: (listener) => void listeners.push(listener),
  };
  return {
    connection,
    asked,
    isOver: () => over !== undefined,
    scores: () => asked.filter(({ call }) => call === 'score'),
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const START: StartOrder = {
  load: {} as Calls['load']['input'],
  workers: 1,
  batchTokens: 64,
};

/** A pool without a model. */
function emptyPool() {
  const fakes: ReturnType<typeof fakeWorker>[] = [];
  const pool = createPool(() => {
    const fake = fakeWorker();
    fakes.push(fake);
    return fake.connection;
  });
  const events: PoolEvent[] = [];
  pool.watch((event) => events.push(event));
  return { pool, fakes, events };
}

async function startedPool(workers = 1) {
  const { pool, fakes, events } = emptyPool();
  const started = pool.start({ ...START, workers }, new AbortController().signal);
  fakes[0]!.asked[0]!.answer({ loadMs: 1 });
  await started;
  for (const fake of fakes.slice(1)) fake.asked[0]!.answer({ loadMs: 1 });
  await settle();
  return { pool, fakes, events };
}

/** Answers whatever each worker is asked, until nothing is asked any more; returns the texts in the order they were taken. */
async function answerAll(fakes: readonly ReturnType<typeof fakeWorker>[]) {
  const taken: string[] = [];
  const done = new Set<unknown>();
  for (let idle = 0; idle < 2; idle++) {
    for (const fake of fakes)
      for (const call of fake.scores()) {
        if (done.has(call)) continue;
        done.add(call);
        const { texts } = call.input as ScoreOrder;
        taken.push(...texts);
        call.answer(scored(texts));
        idle = 0;
      }
    await settle();
  }
  return taken;
}

describe('priorities', () => {
  const asker =
    ({ score }: Awaited<ReturnType<typeof startedPool>>['pool']) =>
    (text: string, priority: Priority) =>
      score([text], { priority });

  it('takes live before detail before batch, each in its own order', async () => {
    const { pool, fakes } = await startedPool();
    const ask = asker(pool);
    const all = [
      ask('first', 'live'), // taken at once: the worker is free
      ask('b1', 'batch'),
      ask('d1', 'detail'),
      ask('l1', 'live'),
      ask('b2', 'batch'),
      ask('l2', 'live'),
    ];
    expect(await answerAll(fakes)).toEqual(['first', 'l1', 'l2', 'd1', 'b1', 'b2']);
    await Promise.all(all);
  });

  it('hands a worker what is more urgent than all it works on, and nothing else', async () => {
    const { pool, fakes } = await startedPool();
    const ask = asker(pool);
    const asked = () => fakes[0]!.scores().map(({ input }) => (input as ScoreOrder).texts[0]);
    const all = [ask('b1', 'batch'), ask('d1', 'detail'), ask('l1', 'live')];
    all.push(ask('b2', 'batch'), ask('d2', 'detail'), ask('l2', 'live'));
    expect(asked()).toEqual(['b1', 'd1', 'l1']);
    fakes[0]!.scores()[0]!.answer(scored(['b1']));
    await settle();
    expect(asked()).toHaveLength(3); // it is still at what goes before batch
    expect(await answerAll(fakes)).toEqual(['b1', 'd1', 'l1', 'l2', 'd2', 'b2']);
    await Promise.all(all);
  });

  it('prefers an idle worker to one that must be interrupted', async () => {
    const { pool, fakes } = await startedPool(2);
    const ask = asker(pool);
    const all = [ask('b1', 'batch'), ask('l1', 'live')];
    expect(fakes.map((fake) => fake.scores().length)).toEqual([1, 1]);
    await answerAll(fakes);
    await Promise.all(all);
  });

  it('counts the time of a worker once, whatever gets in between', async () => {
    const { pool, fakes } = await startedPool();
    const start = performance.now();
    const all = [pool.score(['b'], { priority: 'batch' }), pool.score(['l'])];
    await new Promise((resolve) => setTimeout(resolve, 5));
    fakes[0]!.scores()[0]!.answer(scored(['b']));
    await answerAll(fakes);
    await Promise.all(all);
    const [{ batchMs, liveMs, liveCalls }] = pool.activity() as [WorkerActivity];
    expect(liveCalls).toBe(1);
    expect(liveMs).toBeGreaterThan(0);
    expect(batchMs + liveMs).toBeLessThanOrEqual(performance.now() - start);
  });

  it('lets a live text in between the chunks of a long list', async () => {
    const { pool, fakes } = await startedPool();
    const list = Array.from({ length: 1000 }, (_, i) => String(i));
    const batch = pool.score(list, { priority: 'batch' });
    const live = pool.score(['live']);
    const taken = await answerAll(fakes);
    expect(taken.indexOf('live')).toBeLessThan(500);
    expect(taken.filter((text) => text !== 'live')).toEqual(list);
    const { probabilities } = await batch;
    expect(list.map((_, i) => probabilities[i * 3 + 2])).toEqual(list.map(Number));
    await live;
  });
});

it('uses every worker, one call of a priority each at a time', async () => {
  const { pool, fakes } = await startedPool(3);
  const all = ['1', '2', '3', '4'].map((text) => pool.score([text]));
  expect(fakes.map((fake) => fake.scores().length)).toEqual([1, 1, 1]);
  await answerAll(fakes);
  await Promise.all(all);
});

it('drops a waiting call whose signal aborts, and tells the worker of one in flight', async () => {
  const { pool, fakes } = await startedPool();
  const cancel = new AbortController();
  const inFlight = pool.score(['1'], { signal: cancel.signal });
  const waiting = pool.score(['2'], { signal: cancel.signal });
  cancel.abort();
  await expect(waiting).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  const call = fakes[0]!.scores()[0]!;
  expect(call.signal!.aborted).toBe(true);
  call.reject(new AppError({ code: 'cancelled', detail: '' }));
  await expect(inFlight).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  expect(fakes[0]!.scores()).toHaveLength(1);
});

it('shares a list among all workers, however short', async () => {
  const { pool, fakes } = await startedPool(2);
  const list = Array.from({ length: 12 }, (_, i) => String(i));
  const answer = pool.score(list, { priority: 'batch' });
  const given = fakes.map((fake) => (fake.scores()[0]!.input as ScoreOrder).texts.length);
  expect(given).toEqual([3, 3]);
  await answerAll(fakes);
  expect((await answer).probabilities).toHaveLength(12 * 3);
});

describe('crashes', () => {
  it('rejects what the worker was doing, replaces it and goes on with the rest', async () => {
    const { pool, fakes, events } = await startedPool();
    const lost = pool.score(['1']);
    const rest = pool.score(['2']);
    fakes[0]!.connection.end(CRASH);
    await expect(lost).rejects.toMatchObject({ failure: CRASH });
    await settle();
    expect(events).toContainEqual({ kind: 'restarted', failure: CRASH });
    fakes[1]!.asked[0]!.answer({ loadMs: 1 });
    await settle();
    await answerAll(fakes);
    expect((await rest).probabilities[2]).toBe(2);
  });

  it('gives up after three in a row, and rejects all that waits and all that comes', async () => {
    const { pool, fakes, events } = await startedPool();
    const waiting = [pool.score(['1']), pool.score(['2'])];
    const outcomes = Promise.allSettled(waiting);
    for (let i = 0; i < 3; i++) {
      fakes[i]!.connection.end(CRASH);
      await settle();
    }
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(events.at(-1)).toEqual({ kind: 'gave-up', failure: CRASH });
    await expect(pool.score(['3'])).rejects.toMatchObject({ failure: CRASH });
    expect(fakes).toHaveLength(3);
  });

  it('rebuilds a worker whose GPU is lost', async () => {
    const { pool, fakes } = await startedPool();
    const lost = pool.score(['1']);
    fakes[0]!.scores()[0]!.reject(new AppError({ code: 'gpu-lost', detail: '' }));
    await expect(lost).rejects.toMatchObject({ failure: { code: 'gpu-lost' } });
    await settle();
    expect(fakes[0]!.isOver()).toBe(true);
    expect(fakes[1]!.asked[0]!.call).toBe('load');
  });
});

describe('starting', () => {
  it('keeps calls waiting until a model is there', async () => {
    const fake = fakeWorker();
    const pool = createPool(() => fake.connection);
    const early = pool.score(['7']);
    const started = pool.start(START, new AbortController().signal);
    fake.asked[0]!.answer({ loadMs: 1 });
    await started;
    await answerAll([fake]);
    expect((await early).probabilities[2]).toBe(7);
  });

  it('leaves the running model in place when the next one is refused or cancelled', async () => {
    const { pool, fakes } = await startedPool();
    const refused = pool.start(
      { ...START, accept: () => Promise.reject(new AppError({ code: 'gpu-wrong', detail: '' })) },
      new AbortController().signal,
    );
    fakes[1]!.asked[0]!.answer({ loadMs: 1 });
    await expect(refused).rejects.toMatchObject({ failure: { code: 'gpu-wrong' } });
    const cancel = new AbortController();
    const cancelled = pool.start(START, cancel.signal);
    cancel.abort();
    await expect(cancelled).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    expect(fakes.slice(1).every((fake) => fake.isOver())).toBe(true);
    const answer = pool.score(['5']);
    await answerAll(fakes);
    expect((await answer).probabilities[2]).toBe(5);
  });

  it('lets a busy worker of the old model finish before it goes', async () => {
    const { pool, fakes } = await startedPool();
    const old = pool.score(['1']);
    const started = pool.start(START, new AbortController().signal);
    fakes[1]!.asked[0]!.answer({ loadMs: 1 });
    await started;
    expect(fakes[0]!.isOver()).toBe(false);
    await answerAll(fakes);
    await old;
    await settle();
    expect(fakes[0]!.isOver()).toBe(true);
  });

  it('rejects at once what can never be answered, until there is hope again', async () => {
    const pool = createPool(() => fakeWorker().connection);
    const waiting = pool.score(['1']);
    pool.fail({ code: 'offline', detail: '' });
    await expect(waiting).rejects.toMatchObject({ failure: { code: 'offline' } });
    await expect(pool.score(['1'])).rejects.toMatchObject({ failure: { code: 'offline' } });
  });
});

it('grows and shrinks to the number of workers asked for', async () => {
  const { pool, fakes, events } = await startedPool();
  pool.resize(3);
  fakes.slice(1).forEach((fake) => fake.asked[0]!.answer({ loadMs: 1 }));
  await settle();
  expect(events.at(-1)).toEqual({ kind: 'workers', ready: 3, wanted: 3 });
  pool.resize(1);
  await settle();
  expect(events.at(-1)).toEqual({ kind: 'workers', ready: 1, wanted: 1 });
  expect(fakes.map((fake) => fake.isOver())).toEqual([false, true, true]);
});

describe('a stand-in', () => {
  async function standingIn() {
    const { pool, fakes, events } = emptyPool();
    const signal = new AbortController().signal;
    const started = pool.start({ ...START, standIn: true }, signal);
    fakes[0]!.asked[0]!.answer({ loadMs: 1 });
    await started;
    return { pool, fakes, events, signal };
  }
  const said: Failure = { code: 'offline', detail: '' };

  it('answers only what asks for it; the rest waits for the model behind it', async () => {
    const { pool, fakes, signal } = await standingIn();
    const patient = pool.score(['1']);
    const typed = pool.score(['0.5'], { standIn: true });
    await settle();
    expect(await answerAll(fakes)).toEqual(['0.5']);
    await typed;
    const started = pool.start(START, signal);
    fakes[1]!.asked[0]!.answer({ loadMs: 1 });
    await started;
    expect(fakes[0]!.isOver()).toBe(true);
    expect(await answerAll(fakes)).toEqual(['0.5', '1']);
    await patient;
  });

  it('goes on when that model is not to be expected, and the rest is told', async () => {
    const { pool, fakes } = await standingIn();
    const patient = pool.score(['1']);
    pool.fail(said);
    await expect(patient).rejects.toMatchObject({ failure: said });
    await expect(pool.score(['1'])).rejects.toMatchObject({ failure: said });
    const typed = pool.score(['0.5'], { standIn: true });
    await answerAll(fakes);
    await typed;
  });

  it('becomes the one that answers everything', async () => {
    const { pool, fakes } = await standingIn();
    const patient = pool.score(['1']);
    pool.promote(2);
    fakes[1]!.asked[0]!.answer({ loadMs: 1 });
    expect(await answerAll(fakes)).toEqual(['1']);
    await patient;
    expect(fakes).toHaveLength(2);
  });

  it('takes nothing with it when it gives up', async () => {
    const { pool, fakes, events, signal } = await standingIn();
    const patient = pool.score(['1']);
    for (let n = 0; n < 3; n++) {
      fakes[n]!.connection.end(CRASH);
      await settle();
    }
    expect(events.at(-1)).toMatchObject({ kind: 'gave-up' });
    const started = pool.start(START, signal);
    fakes.at(-1)!.asked[0]!.answer({ loadMs: 1 });
    await started;
    expect(await answerAll(fakes)).toEqual(['1']);
    await patient;
  });
});

describe('a cascade', () => {
  const companion = { files: {} } as LoadOrder;
  const cascade = { companion, under: 0.7, check: 0.1 };
  const calls = (fake: ReturnType<typeof fakeWorker>) => fake.asked.map(({ call }) => call);

  it('gives a worker the small model once, before the first chunk, and sends it nothing but the gate later', async () => {
    const { pool, fakes } = await startedPool();
    const both = [pool.score(['1'], { cascade }), pool.score(['2'], { cascade })];
    const [fake] = fakes;
    expect(fake!.asked.at(-1)).toMatchObject({ call: 'accompany', input: companion });
    expect(fake!.scores()).toHaveLength(0);
    fake!.asked.at(-1)!.answer({ loadMs: 1 });
    await settle();
    await answerAll(fakes);
    await Promise.all(both);
    expect(calls(fake!)).toEqual(['load', 'accompany', 'score', 'score']);
    expect(fake!.scores()[0]!.input).toMatchObject({ cascade: { under: 0.7, check: 0.1 } });
    expect(fake!.scores()[0]!.input).not.toHaveProperty('cascade.companion');
  });

  it('gives it to workers that are added or restarted, too, and to none that scores exactly', async () => {
    const { pool, fakes } = await startedPool();
    const exact = pool.score(['1']);
    await answerAll(fakes);
    await exact;
    expect(calls(fakes[0]!)).toEqual(['load', 'score']);
    const lost = pool.score(['2'], { cascade });
    fakes[0]!.connection.end(CRASH);
    await expect(lost).rejects.toMatchObject({ failure: CRASH });
    await settle();
    fakes[1]!.asked[0]!.answer({ loadMs: 1 });
    await settle();
    const again = pool.score(['2'], { cascade });
    expect(calls(fakes[1]!)).toEqual(['load', 'accompany']);
    fakes[1]!.asked[1]!.answer({ loadMs: 1 });
    await settle();
    await answerAll(fakes);
    await again;
  });

  it('rejects what it was asked where the small model can’t be loaded', async () => {
    const { pool, fakes } = await startedPool();
    const answer = pool.score(['1'], { cascade });
    const failure: Failure = { code: 'model-unreadable', detail: 'test' };
    fakes[0]!.asked.at(-1)!.reject(new AppError(failure));
    await expect(answer).rejects.toMatchObject({ failure });
    const exact = pool.score(['5']);
    await answerAll(fakes);
    expect((await exact).probabilities[2]).toBe(5);
  });
});
