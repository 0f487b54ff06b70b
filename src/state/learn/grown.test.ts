import { expect, it } from 'vitest';
import { AppError } from '../../core/failure.ts';
import type { Scorer, Timed } from '../../core/scorer.ts';
import { createAppStore } from '../store.ts';
import { grownActions } from './grown.ts';

/** A machine that needs 2 ms a call and 1 ms a text, on a clock of its own. */
function setUp(refuse?: (texts: readonly string[]) => boolean) {
  const store = createAppStore();
  let clock = 0;
  const asked: (readonly string[])[] = [];
  const score: Scorer['score'] = async (texts, options) => {
    options?.signal?.throwIfAborted();
    asked.push(texts);
    if (refuse?.(texts)) throw new AppError({ code: 'inference-failed', detail: 'test' });
    clock += 2 + texts.length;
    return { tokens: new Uint32Array(texts.length) } as Timed;
  };
  const actions = grownActions({
    store,
    score,
    studio: {
      look: () => Promise.reject(new Error('not under test')),
      embed: () => Promise.reject(new Error('not under test')),
      count: async (_, texts) => Uint32Array.from(texts, ({ length }) => length),
    },
    readReviews: async () => ['one review', 'another review'],
    now: () => clock,
  });
  return { store, asked, grown: () => store.getState().grown, ...actions };
}

it('counts the tokens of every text that a list can hold, once', async () => {
  const { count, grown } = setUp();
  await count();
  expect([...grown().tokens!]).toEqual([17, 19, 19, 10, 14]);
});

it('scores the whole list with the model in use, and times it against one text at a time', async () => {
  const { grow, measure, grown, asked } = setUp();
  grow(120);
  await measure();
  expect(grown().run).toEqual({
    phase: 'done',
    size: 120,
    listMs: 3 * 2 + 120,
    aloneMs: 3,
    engine: '',
  });
  const parts = asked.filter(({ length }) => length > 1);
  expect(parts.map(({ length }) => length)).toEqual([50, 50, 20]);
  expect(parts.flat().slice(0, 6)).toEqual([
    'I love sunny days',
    'The movie was great',
    'How is the weather?',
    'one review',
    'another review',
    'I love sunny days',
  ]);
});

it('shows what went wrong, and a stop leaves nothing behind', async () => {
  const failing = setUp((texts) => texts.length > 1);
  await failing.measure();
  expect(failing.grown().run).toMatchObject({
    phase: 'failed',
    failure: { code: 'inference-failed' },
  });
  const stopped = setUp();
  const measuring = stopped.measure();
  stopped.stop();
  await measuring;
  expect(stopped.grown().run).toEqual({ phase: 'none' });
});
