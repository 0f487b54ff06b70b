import type { TimeEstimate } from '../../../state/intake-estimate.ts';
import type { IntakeState } from '../../../state/intake-state.ts';
import { count } from '../../parts/format.ts';
import { timeRange } from './time-text.ts';

/**
 * The state in a sentence that changes with each step, not with every byte.
 *
 * @param time that scoring will take, once that is known
 */
export function stateText(state: IntakeState, time?: TimeEstimate): string {
  if (state.phase === 'inspecting') return `Opening ${state.name}.`;
  if (state.phase !== 'draft') return '';
  const { file, rereading, survey, inspection, starting } = state;
  if (starting) return `Starting to score ${file.name}.`;
  if (rereading) return 'Reading the file again.';
  if (survey.phase === 'none')
    return `${file.name} is open, with ${columnsOf(inspection.columns.length)}. Choose the text column.`;
  if (survey.phase === 'running') return 'Counting the rows.';
  if (survey.phase === 'failed') return '';
  const counted = `${count(survey.survey.rows)} rows counted.`;
  if (!time) return counted;
  return `${counted} Scoring them takes about ${timeRange(time.lowSeconds, time.highSeconds)}.`;
}

const columnsOf = (columns: number) => (columns === 1 ? '1 column' : `${count(columns)} columns`);
