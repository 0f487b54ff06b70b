import type { Failure } from '../../core/failure.ts';
import type { Look, Progress } from '../../core/protocol.ts';

/** What Learn looks at, text by text and stage by stage. */
export interface Lens {
  /** As typed, one text a line. */
  typed: string;
  /** The text that goes alone: index into the texts looked at. */
  alone: number;
  view: LensView;
}

export type LensView =
  | { phase: 'waiting'; progress: Progress | undefined }
  /** `texts` are those of the tensors; the box may hold others by now. */
  | { phase: 'seen'; model: string; texts: readonly string[]; one: Look; list: Look }
  /** Nothing but blanks in the box. */
  | { phase: 'empty' }
  | { phase: 'failed'; failure: Failure };

/** Texts of a list at most: every one of their numbers is shown. */
export const MOST_TEXTS = 12;

export const FIRST_LENS: Lens = {
  typed: 'I love sunny days\nThe movie was great\nHow is the weather?',
  alone: 0,
  view: { phase: 'waiting', progress: undefined },
};

/** A list as long as the slider says. */
export interface Grown {
  size: number;
  /** Tokens of the list's first texts, as many as were counted; undefined until then. */
  tokens: Uint32Array | undefined;
  run: GrownRun;
}

export type GrownRun =
  | { phase: 'none' }
  | { phase: 'running'; size: number; done: number }
  | { phase: 'done'; size: number; listMs: number; aloneMs: number; engine: string }
  | { phase: 'failed'; failure: Failure };

export const FIRST_GROWN: Grown = { size: 100, tokens: undefined, run: { phase: 'none' } };
