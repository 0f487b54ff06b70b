import { AppError, type Failure } from '../core/failure.ts';
import type { CallOptions, Cancel, Port, ProgressOf, Reply, Table } from '../core/wire.ts';

/** One worker as async functions. */
export interface Connection<T extends Table<T>> {
  call: <K extends keyof T>(
    call: K,
    input: T[K]['input'],
    options?: CallOptions<ProgressOf<T[K]>>,
  ) => Promise<T[K]['output']>;
  /** Rejects every call, in flight or later, and lets the worker go. */
  end: (failure: Failure) => void;
  /** Called once, before any call is rejected, so that nobody gives work to a worker that is gone. */
  onEnd: (listener: (failure: Failure) => void) => void;
}

interface Waiter {
  resolve: (output: never) => void;
  reject: (error: AppError) => void;
  onProgress: ((progress: never) => void) | undefined;
}

/**
 * Speaks the protocol over one worker.
 *
 * @param port the worker
 * @param terminate lets the worker go; called once
 */
export function connect<T extends Table<T>>(port: Port, terminate: () => void): Connection<T> {
  const waiting = new Map<number, Waiter>();
  let lastId = 0;
  let over: Failure | undefined;
  const listeners: ((failure: Failure) => void)[] = [];

  function end(failure: Failure) {
    if (over) return;
    over = failure;
    terminate();
    listeners.forEach((listener) => listener(failure));
    for (const { reject } of waiting.values()) reject(new AppError(failure));
    waiting.clear();
  }

  port.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const waiter = waiting.get(data.id);
    if (!waiter) return;
    if (data.kind === 'progress') {
      waiter.onProgress?.(data.progress as never); // likewise
      return;
    }
    waiting.delete(data.id);
    if (data.kind === 'done')
      waiter.resolve(data.output as never); // the call's own row of the table
    else waiter.reject(new AppError(data.failure));
  });

  function call<K extends keyof T>(
    call: K,
    input: T[K]['input'],
    { onProgress, signal }: CallOptions<ProgressOf<T[K]>> = {},
  ): Promise<T[K]['output']> {
    if (over) return Promise.reject(new AppError(over));
    const id = ++lastId;
    const cancel = () => port.postMessage({ kind: 'cancel', id } satisfies Cancel);
    signal?.addEventListener('abort', cancel);
    return new Promise<T[K]['output']>((resolve, reject) => {
      waiting.set(id, { resolve, reject, onProgress });
      port.postMessage({ kind: 'ask', id, call, input });
      if (signal?.aborted) cancel();
    }).finally(() => signal?.removeEventListener('abort', cancel));
  }

  return { call, end, onEnd: (listener) => void listeners.push(listener) };
}
