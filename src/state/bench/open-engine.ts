import type { EngineResult } from '../../core/bench/result.ts';
import type { Crew } from '../../core/bench/rig.ts';
import type { Progress } from '../../core/protocol.ts';

/** A model on a device, loaded, and what is known of it before it is measured. */
export interface OpenEngine {
  crew: Crew;
  record: Omit<EngineResult, 'warmUp' | 'tokens' | 'alone'>;
}

export interface OpenOrder {
  /** The most that one of its cells asks for. */
  workers: number;
  /** Scored first, and timed. */
  firstText: string;
  /** What a linear baseline learns from, and the seed of its folds. */
  examples: readonly { text: string; label: number }[];
  seed: number;
  /** Of the files; undefined once they are here. */
  onProgress: (progress: Progress | undefined) => void;
  /** Told of the crew as soon as there is one, so that it is closed whatever comes next. */
  onCrew: (crew: Crew) => void;
  signal: AbortSignal;
}
