import type { Failure } from '../../core/failure.ts';

/** A file of a bundled model, held against the catalogue by its hash. */
export type Verification =
  | { phase: 'hashing'; bytes: number }
  /** `from` is where the bytes came from: what this browser has kept, or the server just now. */
  | { phase: 'done'; equal: boolean; sha256: string; bytes: number; from: 'kept' | 'served' }
  | { phase: 'failed'; failure: Failure };

/** By path below the models' folder. */
export type Verifications = Readonly<Record<string, Verification>>;
