import { rowsWithText, type Draft } from '../../../state/intake-state.ts';
import { count } from '../../parts/format.ts';

/** What the start button says: what goes on, where something was left out. */
export function startText(draft: Draft): string {
  const { survey, inspection } = draft;
  const again = inspection.results ? ' again' : '';
  if (survey.phase === 'running') return 'Start without counting';
  const rows = rowsWithText(draft);
  if (survey.phase !== 'done' || !rows) return `Score this file${again}`;
  const all = rows === 1 ? '1 row' : `${count(rows)} rows`;
  if (survey.survey.problems.skipped === 0) return `Score ${all}${again}`;
  return `Score the ${all} that could be read${again}`;
}

/**
 * @param hopeless no model answers and none is on its way
 * @returns why it can't start, in a sentence, or nothing
 */
export function whyNot(draft: Draft, hopeless: boolean): string | undefined {
  if (hopeless) return 'No model is loaded: the bar at the foot of the window says why.';
  if (draft.inspection.columns.length === 0) return 'There is nothing to score.';
  if (draft.mapping.text < 0) return 'Choose the text column first.';
  if (rowsWithText(draft) === 0) return 'There is nothing to score.';
  if (draft.survey.phase === 'failed') return 'The file could not be read to its end.';
  return undefined;
}
