import type { Failure } from '../core/failure.ts';
import type { Inspection, Mapping, ReadProgress, Reading, Survey } from '../core/intake.ts';
import type { TimeEstimate } from './intake-estimate.ts';

/** A file on its way in: from the drop to the start of its scoring. */
export type IntakeState =
  | { phase: 'idle' }
  | { phase: 'inspecting'; name: string }
  | Draft
  | { phase: 'failed'; name: string; failure: Failure };

export const IDLE: IntakeState = { phase: 'idle' };

export interface Draft {
  phase: 'draft';
  file: File;
  /** Files that were dropped with it and left alone. */
  ignored: number;
  inspection: Inspection;
  /** What the user decided about the reading; the rest is found out. */
  chosen: Partial<Reading>;
  /** The file is being read again with another choice; what is shown is the reading before. */
  rereading: boolean;
  /** Why the last choice could not be used, until the next one. */
  refused: Failure | undefined;
  mapping: Mapping;
  mappingFrom: 'guess' | 'remembered' | 'chosen';
  survey: SurveyState;
  estimate: EstimateState;
  starting: boolean;
  startFailure: Failure | undefined;
  /** Where the file holds results of ours: how far it is with opening them, once that was asked for. */
  opening?: Opening;
}

export type Opening =
  { phase: 'reading'; progress: ReadProgress | undefined } | { phase: 'failed'; failure: Failure };

export type SurveyState =
  /** There is no text column yet. */
  | { phase: 'none' }
  | { phase: 'running'; progress: ReadProgress | undefined }
  | { phase: 'done'; survey: Survey }
  | { phase: 'failed'; failure: Failure };

export type EstimateState =
  | { phase: 'none' }
  /** For the model, or for the rest of its workers. */
  | { phase: 'waiting' }
  | { phase: 'measuring' }
  | { phase: 'done'; estimate: TimeEstimate }
  | { phase: 'failed'; failure: Failure };

/** @returns rows that hold a text, once the whole file was counted */
export const rowsWithText = ({ survey }: Draft): number | undefined =>
  survey.phase === 'done' ? survey.survey.rows - survey.survey.empty : undefined;

export const canStart = (draft: Draft): boolean =>
  draft.mapping.text >= 0 &&
  draft.survey.phase !== 'failed' &&
  rowsWithText(draft) !== 0 &&
  !draft.rereading &&
  draft.opening?.phase !== 'reading' &&
  !draft.starting;

export const draftIn = (intake: IntakeState): Draft | undefined =>
  intake.phase === 'draft' ? intake : undefined;
