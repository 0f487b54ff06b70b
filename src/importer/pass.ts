import type { ProblemList } from './problems.ts';

/** What a pass reports and listens to. */
export interface Pass {
  problems: ProblemList;
  signal?: AbortSignal | undefined;
  /** Bytes of the file on the disk behind us. */
  onRead?: (bytes: number) => void;
}
