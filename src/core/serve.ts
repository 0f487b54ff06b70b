import { toFailure, type FailureCode } from './failure.ts';
import type { Answers, Cancel, Port, ProgressOf, Reply, Request, Table } from './wire.ts';

interface Options<T extends Table<T>> {
  /** Which calls are answered at once, beside those under way. All others go one after the other, so that no two share a timing. */
  atOnce?: (request: Request<T>) => boolean;
  /** What of an output is moved to the page instead of copied. */
  transfer?: (output: unknown) => Transferable[];
  /** What an error that names no code of its own counts as. */
  otherwise?: FailureCode;
}

/** Answers requests from `port`, each with exactly one final reply. */
export function serve<T extends Table<T>>(
  port: Port,
  answers: Answers<T>,
  { atOnce = () => false, transfer = () => [], otherwise = 'inference-failed' }: Options<T> = {},
): void {
  const reply = (message: Reply, moved: Transferable[] = []) => port.postMessage(message, moved);
  const unfinished = new Map<number, AbortController>();

  async function answer<K extends keyof T>(
    { id, call, input }: Request<T, K>,
    signal: AbortSignal,
  ) {
    try {
      signal.throwIfAborted();
      const report = (progress: ProgressOf<T[K]>) => reply({ kind: 'progress', id, progress });
      const output = await answers[call](input, { report, signal });
      reply({ kind: 'done', id, output }, transfer(output));
    } catch (error) {
      reply({ kind: 'failed', id, failure: toFailure(error, otherwise) });
    } finally {
      unfinished.delete(id);
    }
  }

  let queue = Promise.resolve();
  port.addEventListener('message', ({ data }: MessageEvent<Request<T> | Cancel>) => {
    if (data.kind === 'cancel') {
      unfinished.get(data.id)?.abort();
      return;
    }
    const controller = new AbortController();
    unfinished.set(data.id, controller);
    if (atOnce(data)) void answer(data, controller.signal);
    else queue = queue.then(() => answer(data, controller.signal));
  });
}
