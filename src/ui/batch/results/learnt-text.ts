import { wilson } from '../../../core/analysis/wilson.ts';
import type { Run } from '../../../core/runs.ts';
import type { OwnModel } from '../../../models/own-model.ts';
import { count } from '../../parts/format.ts';
import { share } from './rate-text.ts';

/**
 * @param own the models that were trained here or imported
 * @returns a caution where the run's model has learnt from a file of the same name: on rows that it has seen it is right too often
 */
export function learntText(
  { file, model }: Pick<Run, 'file' | 'model'>,
  own: readonly OwnModel[],
): string | undefined {
  const found = own.find(({ id }) => id === model.id);
  if (found?.trained.from !== file.name) return undefined;
  const { right, of } = found.trained;
  return `${found.title} has learnt from a file named ${file.name}. A model is right more often on rows that it has seen: of ${count(of)} that were held out it had ${share(wilson(right, of), 1)} right. That, not the figures below, is what to expect of new rows.`;
}
