import type { Predict } from '../core/predict.ts';
import type { Archive, ExportFormat, Run } from '../core/runs.ts';
import type { Asks } from '../core/wire.ts';
import type { Results } from './results-state.ts';
import type { Store } from './store.ts';

/** How files leave the page. */
export interface Files {
  /**
   * Asks the user for a place to write to, in the task of their click; rejects with an AbortError when they decline.
   * Undefined where the browser can't.
   */
  pick: ((name: string, format: ExportFormat) => Promise<FileSystemFileHandle>) | undefined;
  /** Hands over a finished file. */
  download: (blob: Blob, name: string) => void;
}

export interface ResultsDeps {
  store: Store;
  archive: Asks<Archive>;
  predict: Predict;
  files: Files;
}

/** What every part of the results needs. */
export interface Scope extends ResultsDeps {
  results: () => Results;
  set: (change: Partial<Results>) => void;
  /** The open run; undefined where none is. */
  run: () => Run | undefined;
  /** Aborts once another run is open. */
  signal: () => AbortSignal;
}
