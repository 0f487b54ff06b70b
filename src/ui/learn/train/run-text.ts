import { MOST_STEPS } from '../../../core/learn/train/trainer.ts';
import { findBundled } from '../../../models/chosen.ts';
import type { Training, TrainPlan, TrainSetup } from '../../../state/learn/train-state.ts';
import { bytes, count, duration, percent } from '../../parts/format.ts';

/** What is being trained, or has been. */
export const planText = ({ file, column, examples, encoder, settings }: TrainPlan): string =>
  `“${column}” of ${file}: ${count(examples.texts.length)} texts, ${count(examples.labels.length)} labels; ${findBundled(encoder).title}, L2 ${settings.l2}, seed ${settings.seed}, ${settings.balanced ? 'labels weighing the same' : 'texts weighing the same'}.`;

/** Whether the set-up has gone on since the training was started. */
export function isStale(plan: TrainPlan, { data, encoder, settings }: TrainSetup): boolean {
  const now = data.phase === 'open' && data.content.phase === 'ready' && data.content.examples;
  return (
    (now !== false && now !== plan.examples) ||
    encoder !== plan.encoder ||
    settings !== plan.settings
  );
}

/** Where it stands, for everyone who does not see the curves; says the same as long as the phase is the same. */
export function spokenText(state: Training): string {
  switch (state.phase) {
    case 'idle':
      return '';
    case 'embedding':
      return `Reading ${count(state.total)} texts`;
    case 'training':
      return state.paused ? `Paused at step ${state.points.at(-1)!.step}` : 'Training';
    case 'done':
      return `Trained: the best of ${state.points.at(-1)!.step} steps was step ${state.result.trained.best.step}`;
    case 'failed':
      return 'The training failed';
  }
}

export function embeddingText(state: Extract<Training, { phase: 'embedding' }>): string {
  const { done, total, progress, secondsLeft } = state;
  if (progress && progress.loaded < progress.total)
    return `The encoder is on its way: ${bytes(progress.loaded)} of ${bytes(progress.total)}`;
  const left = secondsLeft !== undefined && done < total ? `, ${duration(secondsLeft)} left` : '';
  return `Texts read by the encoder: ${count(done)} of ${count(total)}${left}`;
}

export function stepText({ points }: Extract<Training, { phase: 'training' | 'done' }>): string {
  const { step, train, validation } = points.at(-1)!;
  return `Step ${step} of at most ${MOST_STEPS}. Right: ${percent(train.accuracy, 1)} of the training texts, ${percent(validation.accuracy, 1)} of the validation texts.`;
}
