import type { CascadeOrder } from '../core/cascade.ts';
import { createPace, cutChunks } from '../core/chunks.ts';
import { AppError, toFailure, type Failure } from '../core/failure.ts';
import { mergeScores } from '../core/merge.ts';
import {
  PRIORITIES,
  type Calls,
  type Loaded,
  type LoadOrder,
  type Priority,
  type Scored,
} from '../core/protocol.ts';
import type {
  PoolEvent,
  Scorer,
  ScoreOptions,
  StartOrder,
  Timed,
  WorkerActivity,
} from '../core/scorer.ts';
import type { Connection } from './connect.ts';
import { createQueue, type Job } from './queue.ts';

/** About this much work in a chunk. Of batch more: what is urgent does not wait for it, and between chunks a worker waits. */
const URGENT_MS = 100;
const BATCH_MS = 250;
/** Crashes in a row, without one answer between them, after which the pool stops trying. */
const MOST_CRASHES = 3;

interface Seat {
  connection: Connection<Calls>;
  ready: boolean;
  /** What it works on: one call of each priority at most, each more urgent than the one before. */
  running: Set<Priority>;
  /** The small model that it has beside its own, if any. */
  companion: LoadOrder | undefined;
  meter: ReturnType<typeof createMeter>;
}

const DONE_WITH: Failure = { code: 'cancelled', detail: 'this worker is no longer needed' };

/**
 * Several workers behind one queue. Live goes before detail before batch, and gets in between two forward passes of what is
 * less urgent. Long lists are cut into chunks, so that all workers share them and a crash costs little. A crashed worker
 * rejects what it was doing and is replaced.
 *
 * @param spawn starts one worker
 */
export function createPool(spawn: () => Connection<Calls>): Scorer {
  const queue = createQueue();
  const pace = createPace();
  const cascadePace = createPace(); // more tokens in the same time
  const listeners: ((event: PoolEvent) => void)[] = [];
  const emit = (event: PoolEvent) => listeners.forEach((listener) => listener(event));

  let order: StartOrder | undefined;
  /** Whether what is loaded may do a job. */
  const fits = (job: Pick<Job, 'standIn'>) =>
    order !== undefined && (!order.standIn || job.standIn);
  let seats: Seat[] = [];
  let crashes = 0;
  /** Why nothing that waits will be scored until the next start; unset while waiting for one is worth it. */
  let hopeless: Failure | undefined;
  /** A worker without a model: it downloads, and becomes the first seat of the next start. */
  let spare: Connection<Calls> | undefined;

  function announceWorkers() {
    const ready = seats.filter((seat) => seat.ready).length;
    emit({ kind: 'workers', ready, wanted: order?.workers ?? 0 });
  }

  function pump() {
    const idleFirst = seats
      .filter(({ ready }) => ready)
      .toSorted((a, b) => a.running.size - b.running.size);
    for (const seat of idleFirst) {
      const job = queue.take(openTo(seat), fits);
      if (job) void run(seat, job, order!);
    }
  }

  async function run(
    seat: Seat,
    { texts, pieces, priority, model, cascade, signal, resolve, reject }: Job,
    { batchTokens, load }: StartOrder,
  ) {
    if (model !== undefined && model !== load.model.key) {
      reject(new AppError({ code: 'model-changed', detail: `${load.model.key}, not ${model}` }));
      pump();
      return;
    }
    seat.running.add(priority);
    const stopMeter = seat.meter.start(priority);
    const sentAt = performance.now();
    try {
      const options = signal ? { signal } : {};
      if (cascade) await accompany(seat, cascade.companion);
      const gate = cascade && { cascade: gateOf(cascade) };
      const input = { texts, batchTokens, pieces, priority, ...gate };
      const scored = await seat.connection.call('score', input, options);
      crashes = 0;
      const ms = scored.tokenizeMs + scored.inferenceMs + (scored.cascade?.checkMs ?? 0);
      (cascade ? cascadePace : pace).learn(scored.paddedTokens, ms);
      resolve({ scored, sentAt });
    } catch (error) {
      const failure = toFailure(error, 'inference-failed');
      reject(new AppError(failure));
      // After these a session can't be trusted, or answers nobody again.
      if (failure.code === 'gpu-lost' || failure.code === 'out-of-memory')
        seat.connection.end(failure);
    } finally {
      stopMeter();
      seat.running.delete(priority);
      if (!seats.includes(seat) && seat.running.size === 0) seat.connection.end(DONE_WITH);
      pump();
    }
  }

  /** Workers get the small model of a cascade with their first chunk of it: added and restarted ones too. */
  async function accompany(seat: Seat, companion: LoadOrder) {
    if (seat.companion === companion) return;
    await seat.connection.call('accompany', companion);
    seat.companion = companion;
  }

  function sit(connection: Connection<Calls>, ready: boolean): Seat {
    const seat: Seat = {
      connection,
      ready,
      running: new Set(),
      companion: undefined,
      meter: createMeter(),
    };
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
    const wasStandIn = order?.standIn;
    order = undefined;
    // What a stand-in could have answered waits on for the model behind it, if that is still to come.
    if (!wasStandIn) fail(failure);
    else if (hopeless) queue.rejectAll(hopeless);
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
    for (const { running, connection } of leaving)
      if (running.size === 0) connection.end(DONE_WITH);
  }

  function fail(failure: Failure) {
    if (order && !order.standIn) return; // an earlier model still answers
    hopeless = failure;
    queue.rejectAll(failure, (job) => !fits(job));
  }

  async function start(next: StartOrder, signal: AbortSignal): Promise<Loaded> {
    hopeless = undefined;
    const connection = spare ?? spawn();
    spare = undefined;
    const stop = () => connection.end({ code: 'cancelled', detail: 'start cancelled' });
    signal.addEventListener('abort', stop);
    try {
      const loaded = await connection.call('load', next.load);
      const batchTokens = await next.accept?.((texts, batchTokens) =>
        connection.call('score', { texts, batchTokens, pieces: false }),
      );
      signal.throwIfAborted();
      dismiss(seats.splice(0));
      order = { ...next, batchTokens: batchTokens ?? next.batchTokens };
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

  function resize(workers: number) {
    if (!order) return;
    order = { ...order, workers };
    dismiss(seats.splice(workers));
    announceWorkers();
    grow();
  }

  function chunkOf(
    texts: readonly string[],
    options: ScoreOptions,
  ): Promise<{ scored: Scored; sentAt: number }> {
    const { priority = 'live', pieces = false, signal, model, standIn = false, cascade } = options;
    return new Promise((resolve, reject) =>
      queue.add({ texts, pieces, priority, model, standIn, cascade, signal, resolve, reject }),
    );
  }

  async function score(texts: readonly string[], options: ScoreOptions = {}): Promise<Timed> {
    const askedAt = performance.now();
    if (hopeless && !fits({ standIn: options.standIn ?? false })) throw new AppError(hopeless);
    // One failed chunk makes the rest of its list pointless.
    const rest = new AbortController();
    const signal = options.signal ? AbortSignal.any([options.signal, rest.signal]) : rest.signal;
    const { budget } = options.cascade ? cascadePace : pace;
    const targetMs = options.priority === 'batch' ? BATCH_MS : URGENT_MS;
    const chunks = cutChunks(texts, budget(targetMs), seats.length).map(([from, to]) =>
      chunkOf(texts.slice(from, to), { ...options, signal }),
    );
    pump();
    const answers = await Promise.all(chunks).catch((error: unknown) => {
      rest.abort();
      throw error;
    });
    return {
      ...mergeScores(answers.map(({ scored }) => scored)),
      queueMs: Math.min(
        ...answers.map(({ sentAt, scored }) => sentAt + (scored.waitMs ?? 0) - askedAt),
      ),
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
    resize,
    promote(workers) {
      if (!order) return;
      hopeless = undefined;
      order = { ...order, standIn: false };
      resize(workers);
      pump();
    },
    fail,
    activity: () => seats.filter(({ ready }) => ready).map(({ meter }) => meter.read()),
    watch: (listener) => void listeners.push(listener),
  };
}

/** A worker takes on what is more urgent than all that it works on. */
function openTo({ running }: Seat): readonly Priority[] {
  const most = PRIORITIES.findIndex((priority) => running.has(priority));
  return most < 0 ? PRIORITIES : PRIORITIES.slice(0, most);
}

const gateOf = ({ under, check }: CascadeOrder): CascadeOrder => ({ under, check });

/** Adds up what a worker's time goes into; a call that gets in between stops the clock of the one under way. */
function createMeter() {
  const total: WorkerActivity = { batchMs: 0, liveMs: 0, liveCalls: 0 };
  const running: { part: 'batchMs' | 'liveMs' }[] = [];
  let since = 0;

  function read(): WorkerActivity {
    const now = running.at(-1);
    return now
      ? { ...total, [now.part]: total[now.part] + performance.now() - since }
      : { ...total };
  }

  /** What has run until now is settled; from now on the last one runs. */
  function settle() {
    Object.assign(total, read());
    since = performance.now();
  }

  return {
    read,
    start(priority: Priority) {
      const call = { part: priority === 'batch' ? 'batchMs' : 'liveMs' } as const;
      settle();
      running.push(call);
      if (priority !== 'batch') total.liveCalls += 1;
      return () => {
        settle();
        running.splice(running.indexOf(call), 1);
      };
    },
  };
}
