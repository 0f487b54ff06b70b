import { answeringOf } from '../models/chosen.ts';
import { recall, relabelled, withCounted } from './intake-mapping.ts';
import type { MappingMemory } from './intake-memory.ts';
import type { Draft } from './intake-state.ts';
import { chosenModel } from './settings.ts';
import type { AppState } from './store.ts';

/** Labels of the model that would score now, or of the one that is on its way. */
export const labelsIn = ({ engine, settings }: Pick<AppState, 'engine' | 'settings'>) =>
  answeringOf(engine.running?.model ?? chosenModel(settings)).labels;

/**
 * What a draft's columns and values stand for once a model with other labels answers. The user's own choice of columns stands; what
 * the values mean is read anew.
 */
export function forLabels(
  draft: Draft,
  labels: readonly string[],
  memory: MappingMemory,
): Pick<Draft, 'mapping' | 'mappingFrom'> {
  const { inspection, mapping, mappingFrom, survey } = draft;
  const choice =
    mappingFrom === 'chosen'
      ? { mapping: relabelled(mapping, inspection, labels), mappingFrom }
      : recall(inspection, labels, memory);
  if (survey.phase !== 'done' || choice.mapping.label !== mapping.label) return choice;
  return { ...choice, mapping: withCounted({ ...draft, ...choice }, survey.survey.labels, labels) };
}
