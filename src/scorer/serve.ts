import { toFailure } from '../core/failure.ts';
import type {
  CallName,
  Cancel,
  FileProgress,
  Port,
  Reply,
  Request,
  Scored,
} from '../core/protocol.ts';
import type { Engine } from './engine.ts';

/** Answers requests from `port` strictly one at a time, so that no two inferences share a timing. */
export function serve(port: Port, engine: Engine): void {
  const reply = (message: Reply, transfer: Transferable[] = []) =>
    port.postMessage(message, transfer);
  const unfinished = new Map<number, AbortController>();

  async function answer<K extends CallName>({ id, call, input }: Request<K>, signal: AbortSignal) {
    try {
      signal.throwIfAborted();
      const report = (progress: {
        loaded: number;
        total: number;
        files: readonly FileProgress[];
      }) => reply({ kind: 'progress', id, progress });
      const output = await engine[call](input, { report, signal });
      reply({ kind: 'done', id, output }, buffersOf(output));
    } catch (error) {
      reply({ kind: 'failed', id, failure: toFailure(error, 'inference-failed') });
    } finally {
      unfinished.delete(id);
    }
  }

  let queue = Promise.resolve();
  port.addEventListener('message', ({ data }: MessageEvent<Request | Cancel>) => {
    if (data.kind === 'cancel') {
      unfinished.get(data.id)?.abort();
      return;
    }
    const controller = new AbortController();
    unfinished.set(data.id, controller);
    queue = queue.then(() => answer(data, controller.signal));
  });
}

/** The arrays of a score are moved to the page, not copied. */
function buffersOf(output: object): Transferable[] {
  if (!('probabilities' in output)) return [];
  const { probabilities, logits, tokens, windows } = output as Scored; // the one output with that field
  return [probabilities.buffer, logits.buffer, tokens.buffer, windows.buffer];
}
