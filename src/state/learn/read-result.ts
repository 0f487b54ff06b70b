import type { Trained } from '../../core/learn/train/trainer.ts';
import type { Split } from '../../core/learn/train/split.ts';
import { findBundled } from '../../models/chosen.ts';
import { encoderHash, headRows, ownId } from '../../models/own-model.ts';
import { judgeBundled } from './judge-bundled.ts';
import type { TrainPlan, TrainResult } from './train-state.ts';

/** Wrong answers listed. */
const MOST_WRONG = 30;

/**
 * What a finished training comes to.
 *
 * @param probabilities of all texts by the bundled model itself, row-major [texts, 3]
 * @param at ms since 1970
 */
export function readResult(
  { file, encoder, examples, settings }: TrainPlan,
  split: Split,
  trained: Trained,
  probabilities: Float32Array,
  at: number,
): TrainResult {
  const { labels, targets, texts } = examples;
  const { test } = split;
  const wrong = [...test.keys()].filter((i) => trained.predicted[i] !== targets[test[i]!]);
  const content = {
    encoder: { id: encoder, sha256: encoderHash(findBundled(encoder)) },
    ...headRows(trained.head),
  };
  return {
    trained,
    parts: {
      train: split.train.length,
      validation: split.validation.length,
      test: test.length,
    },
    bundled: judgeBundled(labels, test, targets, trained.predicted, probabilities),
    wrong: wrong.slice(0, MOST_WRONG).map((i) => ({
      text: texts[test[i]!]!,
      given: labels[targets[test[i]!]!]!,
      found: labels[trained.predicted[i]!]!,
    })),
    model: {
      source: 'own',
      format: 'sentiscope-own-model',
      version: 1,
      id: ownId(content),
      ...content,
      trained: {
        at,
        from: file,
        texts: texts.length,
        right: test.length - wrong.length,
        of: test.length,
        ...settings,
        steps: trained.best.step,
      },
    },
    kept: undefined,
  };
}
