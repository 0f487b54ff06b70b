import { AppError, toFailure } from '../core/failure.ts';
import type { Intake, ReadProgress } from '../core/intake.ts';
import type { Run } from '../core/runs.ts';
import type { Asks } from '../core/wire.ts';

interface Order {
  run: Run;
  /** Absent where the page was opened anew: then only what is stored can be scored. */
  file: File | undefined;
  store: Asks<Intake>['store'];
  signal: AbortSignal;
  onProgress: (progress: ReadProgress & { blocks: number }) => void;
  /** Every row is stored. */
  onEnd: (stored: Intake['store']['output']) => void;
}

export interface Reader {
  /**
   * Waits until the block is stored; false where there is none and none will come.
   *
   * @throws what broke the reading off, once every block that is stored has been asked for
   */
  hasBlock: (block: number) => Promise<boolean>;
}

/** Has the rest of a file read and stored, and tells the scoring how far it may go. */
export function readWhole({ run, file, store, signal, onProgress, onEnd }: Order): Reader {
  let blocks = run.blocks;
  let ended = run.read || !file;
  let failure: AppError | undefined;
  let wake = () => {};
  let news = new Promise<void>((resolve) => (wake = resolve));
  const tell = () => {
    wake();
    news = new Promise((resolve) => (wake = resolve));
  };
  signal.addEventListener('abort', tell, { once: true });

  async function read(from: File) {
    const input = { file: from, reading: run.reading, mapping: run.mapping, run: run.id };
    const options = {
      signal,
      onProgress(progress: ReadProgress & { blocks: number }) {
        if (signal.aborted) return;
        blocks = Math.max(blocks, progress.blocks);
        onProgress(progress);
        tell();
      },
    };
    // A fresh worker leaves alone what the one that died has stored.
    const stored = await store(input, options).catch((error: unknown) => {
      if (toFailure(error, 'file-unreadable').code !== 'worker-crashed') throw error;
      return store(input, options);
    });
    blocks = stored.blocks;
    if (!signal.aborted) onEnd(stored);
  }

  if (file && !run.read)
    read(file)
      .catch((error: unknown) => {
        failure = new AppError(toFailure(error, 'file-unreadable'));
      })
      .finally(() => {
        ended = true;
        tell();
      });

  async function hasBlock(block: number): Promise<boolean> {
    while (block >= blocks) {
      signal.throwIfAborted();
      if (failure) throw failure;
      if (ended) return false;
      await news;
    }
    return true;
  }
  return { hasBlock };
}
