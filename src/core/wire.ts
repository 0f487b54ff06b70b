import type { Failure } from './failure.ts';

/** Calls of one kind of worker: what each sends and gets back, and what it reports on the way, if anything. */
export type Table<T> = { [K in keyof T]: { input: unknown; output: unknown; progress?: unknown } };

export type ProgressOf<Row> = Row extends { progress: infer P } ? P : never;

export type Request<T extends Table<T>, K extends keyof T = keyof T> = {
  [P in K]: { kind: 'ask'; id: number; call: P; input: T[P]['input'] };
}[K];

/** Asks the worker to give up call `id`; that call still gets its one final reply. */
export interface Cancel {
  kind: 'cancel';
  id: number;
}

export type Reply =
  | { kind: 'progress'; id: number; progress: unknown }
  | { kind: 'done'; id: number; output: unknown }
  | { kind: 'failed'; id: number; failure: Failure };

/** Either end of the wire: a Worker, a worker's global scope or a MessagePort. */
export interface Port {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

export interface CallContext<P = never> {
  report: (progress: P) => void;
  /** Aborted when the page has lost interest. */
  signal: AbortSignal;
}

/** One function for each row of a table: what a worker is made of. */
export type Answers<T extends Table<T>> = {
  [K in keyof T]: (
    input: T[K]['input'],
    context: CallContext<ProgressOf<T[K]>>,
  ) => Promise<T[K]['output']>;
};

export interface CallOptions<P = never> {
  onProgress?: (progress: P) => void;
  signal?: AbortSignal;
}

/** The page's side of a table: async functions, no threads in sight. They reject with an AppError. */
export type Asks<T extends Table<T>> = {
  [K in keyof T]: (
    input: T[K]['input'],
    options?: CallOptions<ProgressOf<T[K]>>,
  ) => Promise<T[K]['output']>;
};
