import { createPace, cutChunks } from '../core/chunks.ts';
import { AppError, toFailure, type Failure } from '../core/failure.ts';
import { mergeScores } from '../core/merge.ts';
import type { Calls, Loaded, Scored } from '../core/protocol.ts';
import type {
  PoolEvent,
  Priority,
  Scorer,
  ScoreOptions,
  StartOrder,
  Timed,
  WorkerActivity,
} from '../core/scorer.ts';
import type { Connection } from './connect.ts';
import { createQueue, type Job } from './queue.ts';

/** Crashes in a row, without one answer between them, after which the pool stops trying. */
const MOST_CRASHES = 3;

interface Seat {
  connection: Connection<Calls>;
  ready: boolean;
  busy: boolean;
  meter: ReturnType<typeof createMeter>;
}

const DONE_WITH: Failure = { code: 'cancelled', detail: 'this worker is no longer needed' };

/**
 * Several workers behind one queue. Live goes before detail before batch; long lists are cut into chunks of about 100 ms,
 * so that nothing urgent waits longer than one. A crashed worker rejects what it was doing and is replaced.
 *
 * @param spawn starts one worker
 */
export function createPool(spawn: () => Connection<Calls>): Scorer {
  const queue = createQueue();
  const pace = createPace();
  const listeners: ((event: PoolEvent) => void)[] = [];
  const emit = (event: PoolEvent) => listeners.forEach((listener) => listener(event));

  let order: StartOrder | undefined;
  let seats: Seat[] = [];
  let crashes = 0;
  /** Why nothing will be scored until the next start; unset while waiting for one is worth it. */
  let hopeless: Failure | undefined;
  /** A worker without a model: it downloads, and becomes the first seat of the next start. */
  let spare: Connection<Calls> | undefined;

  function announceWorkers() {
    const ready = seats.filter((seat) => seat.ready).length;
    emit({ kind: 'workers', ready, wanted: order?.workers ?? 0 });
  }

  function pump() {
    for (const seat of seats) {
      if (!seat.ready || seat.busy) continue;
      const job = queue.take();
      if (!job) return;
      void run(seat, job, order!);
    }
  }

  async function run(
    seat: Seat,
    { texts, pieces, priority, model, signal, resolve, reject }: Job,
    { batchTokens, load }: StartOrder,
  ) {
    if (model !== undefined && model !== load.model.key) {
      reject(new AppError({ code: 'model-changed', detail: `${load.model.key}, not ${model}` }));
      pump();
      return;
    }
    seat.busy = true;
    const stopMeter = seat.meter.start(priority);
    const sentAt = performance.now();
    try {
      const options = signal ? { signal } : {};
      const scored = await seat.connection.call('score', { texts, batchTokens, pieces }, options);
      crashes = 0;
      pace.learn(scored.paddedTokens, scored.tokenizeMs + scored.inferenceMs);
      resolve({ scored, sentAt });
    } catch (error) {
      const failure = toFailure(error, 'inference-failed');
      reject(new AppError(failure));
      // After these a session can't be trusted, or answers nobody again.
      if (failure.code === 'gpu-lost' || failure.code === 'out-of-memory')
        seat.connection.end(failure);
    } finally {
      stopMeter();
      seat.busy = false;
      if (!seats.includes(seat)) seat.connection.end(DONE_WITH);
      pump();
    }
  }

  function sit(connection: Connection<Calls>, ready: boolean): Seat {
    const seat: Seat = { connection, ready, busy: false, meter: createMeter() };
    seats.push(seat);
    connection.onEnd((failure) => leave(seat, failure));
    return seat;
  }

  function leave(seat: Seat, failure: Failure) {
    if (!seats.includes(seat)) return; // dismissed
    seats = seats.filter((other) => other !== seat);
    announceWorkers();
    crashes += 1;
    if (crashes < MOST_CRASHES) {
      emit({ kind: 'restarted', failure });
      grow();
      return;
    }
    dismiss(seats.splice(0));
    order = undefined;
    fail(failure);
    emit({ kind: 'gave-up', failure });
  }

  /** Starts workers until there are as many as wanted. A load that fails counts as a crash. */
  function grow() {
    const current = order;
    if (!current) return;
    while (seats.length < current.workers) {
      const seat = sit(spawn(), false);
      seat.connection.call('load', current.load).then(
        () => {
          seat.ready = true;
          announceWorkers();
          pump();
        },
        (error: unknown) => seat.connection.end(toFailure(error, 'inference-failed')),
      );
    }
  }

  /** Lets workers go that have left `seats`: the idle now, the busy with their answer. */
  function dismiss(leaving: readonly Seat[]) {
    for (const { busy, connection } of leaving) if (!busy) connection.end(DONE_WITH);
  }

  function fail(failure: Failure) {
    if (order) return; // an earlier model still answers
    hopeless = failure;
    queue.rejectAll(failure);
  }

  async function start(next: StartOrder, signal: AbortSignal): Promise<Loaded> {
    hopeless = undefined;
    const connection = spare ?? spawn();
    spare = undefined;
    const stop = () => connection.end({ code: 'cancelled', detail: 'start cancelled' });
    signal.addEventListener('abort', stop);
    try {
      const loaded = await connection.call('load', next.load);
      await next.accept?.((texts, batchTokens) =>
        connection.call('score', { texts, batchTokens, pieces: false }),
      );
      signal.throwIfAborted();
      dismiss(seats.splice(0));
      order = next;
      crashes = 0;
      sit(connection, true);
      announceWorkers();
      pump();
      grow();
      return loaded;
    } catch (error) {
      connection.end(toFailure(error, 'inference-failed'));
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  function chunkOf(
    texts: readonly string[],
    options: ScoreOptions,
  ): Promise<{ scored: Scored; sentAt: number }> {
    const { priority = 'live', pieces = false, signal, model } = options;
    return new Promise((resolve, reject) =>
      queue.add({ texts, pieces, priority, model, signal, resolve, reject }),
    );
  }

  async function score(texts: readonly string[], options: ScoreOptions = {}): Promise<Timed> {
    const askedAt = performance.now();
    if (hopeless) throw new AppError(hopeless);
    // One failed chunk makes the rest of its list pointless.
    const rest = new AbortController();
    const signal = options.signal ? AbortSignal.any([options.signal, rest.signal]) : rest.signal;
    const chunks = cutChunks(texts, pace.budget()).map(([from, to]) =>
      chunkOf(texts.slice(from, to), { ...options, signal }),
    );
    pump();
    const answers = await Promise.all(chunks).catch((error: unknown) => {
      rest.abort();
      throw error;
    });
    return {
      ...mergeScores(answers.map(({ scored }) => scored)),
      queueMs: Math.min(...answers.map(({ sentAt }) => sentAt)) - askedAt,
      roundTripMs: performance.now() - askedAt,
    };
  }

  return {
    async fetch(files, options) {
      hopeless = undefined; // a model is on its way again: waiting for it is worth it
      const connection = (spare ??= spawn());
      connection.onEnd(() => {
        if (spare === connection) spare = undefined;
      });
      return connection.call('fetch', files, options);
    },
    start,
    score,
    resize(workers) {
      if (!order) return;
      order = { ...order, workers };
      dismiss(seats.splice(workers));
      announceWorkers();
      grow();
    },
    fail,
    activity: () => seats.filter(({ ready }) => ready).map(({ meter }) => meter.read()),
    watch: (listener) => void listeners.push(listener),
  };
}

/** Adds up what a worker's time goes into. */
function createMeter() {
  const total: WorkerActivity = { batchMs: 0, liveMs: 0, liveCalls: 0 };
  let now: { part: 'batchMs' | 'liveMs'; since: number } | undefined;

  function read(): WorkerActivity {
    const running = now && { [now.part]: total[now.part] + performance.now() - now.since };
    return { ...total, ...running };
  }

  return {
    read,
    start(priority: Priority) {
      now = { part: priority === 'batch' ? 'batchMs' : 'liveMs', since: performance.now() };
      if (priority !== 'batch') total.liveCalls += 1;
      return () => {
        Object.assign(total, read());
        now = undefined;
      };
    },
  };
}
