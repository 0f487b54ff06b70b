import { expect, it } from 'vitest';
import { AppError } from '../../core/failure.ts';
import { DIMENSIONS, headOf } from '../../models/own-model.ts';
import { madeOwnModel } from '../../models/made-own-model.ts';
import { createAppStore } from '../store.ts';
import type { Training } from './train-state.ts';
import { askHead, trialActions } from './trial.ts';

const DONE = {
  phase: 'done',
  plan: { encoder: 'e' },
  result: { trained: { head: headOf(madeOwnModel()) } },
} as unknown as Training; // all that is read of it
const settle = () => new Promise((resolve) => setTimeout(resolve));

function setUp(training: Training = DONE, fail = false) {
  const store = createAppStore({ training });
  const asked: string[] = [];
  const actions = trialActions({
    store,
    async embedAll(_, [text]) {
      asked.push(text!);
      if (fail) throw new AppError({ code: 'worker-crashed', detail: 'test' });
      const embeddings = new Float32Array(DIMENSIONS).fill(text === 'late' ? 1 : -1);
      return { embeddings, probabilities: new Float32Array(3) };
    },
  });
  return { ...actions, store, asked, trial: () => store.getState().trial };
}

it('answers with the head’s own labels, the newest text last', async () => {
  const { type, trial, asked } = setUp();
  type('l');
  type('la');
  type('late');
  await settle();
  expect(asked).toEqual(['l', 'late']);
  expect(trial().answer?.text).toBe('late');
  expect(trial().answer?.probabilities['late']).toBeGreaterThan(0.99);
});

it('asks nothing for an empty box or without a head', async () => {
  const { type, trial, asked } = setUp();
  type('late');
  await settle();
  type(' ');
  await settle();
  expect(trial()).toMatchObject({ answer: undefined });
  const without = setUp({ phase: 'idle' });
  without.type('late');
  await settle();
  expect([...asked, ...without.asked]).toEqual(['late']);
});

it('says why there is no answer', async () => {
  const { type, trial } = setUp(DONE, true);
  type('late');
  await settle();
  expect(trial().failure?.code).toBe('worker-crashed');
});

it('gives probabilities that sum to 1', () => {
  const shares = askHead(headOf(madeOwnModel()), new Float32Array(DIMENSIONS));
  expect(Object.values(shares).reduce((sum, p) => sum + p)).toBeCloseTo(1, 10);
  expect(shares['late']).toBeCloseTo(1 / (1 + Math.exp(-1)), 10);
});
