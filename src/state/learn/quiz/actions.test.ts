import { describe, expect, it, vi } from 'vitest';
import { readFigures } from '../../../core/bench/read-figures.ts';
import { madeResult } from '../../../core/bench/made-result.ts';
import { BANK } from '../../../core/learn/quiz/bank.ts';
import { drawQuiz } from '../../../core/learn/quiz/draw.ts';
import { isChecked, needsBenchmark, type Probe } from '../../../core/learn/quiz/question.ts';
import { rightAnswer } from '../../../core/learn/quiz/score.ts';
import { createPredict, type Predict } from '../../../core/predict.ts';
import { LABELS } from '../../../core/sentiment.ts';
import { createAppStore } from '../../store.ts';
import { quizActions } from './actions.ts';
import { findTruth } from './find-truth.ts';
import { answeredIn, knownOf, questionOf, sumUp } from './sheet.ts';

const result = madeResult();
const figures = readFigures(result);

/** Says neutral to everything, and counts words and two special tokens. */
const modelPredict = createPredict(
  async (texts) => ({
    probabilities: Float32Array.from(texts.flatMap(() => [0.125, 0.75, 0.125])),
    logits: Float32Array.from(texts.flatMap(() => [0, 2, 0])),
    tokens: Uint32Array.from(texts, (text) => text.split(' ').length + 2),
    windows: Uint16Array.from(texts, () => 1),
    paddedTokens: 0,
    tokenizeMs: 0,
    inferenceMs: 0,
    postprocessMs: 0,
    queueMs: 0,
    roundTripMs: 0,
  }),
  () => ({ labels: LABELS, uncertainBelow: 0 }),
);

function scene({
  benchmark = false,
  predict = modelPredict,
  labels = LABELS,
  stored = null,
}: {
  benchmark?: boolean;
  predict?: Predict;
  labels?: readonly string[];
  stored?: unknown;
} = {}) {
  const store = createAppStore();
  const kept = { value: stored };
  let time = 1000;
  const quiz = quizActions({
    store,
    predict,
    labels: () => labels,
    refreshMeasured: async () => {
      if (benchmark) store.setState({ measured: { phase: 'ready', result, figures } });
    },
    kept: {
      read: () => kept.value,
      write: (value) => (kept.value = JSON.parse(JSON.stringify(value)) as unknown),
    },
    today: () => time++,
  });
  const state = () => store.getState().quiz;
  return { store, quiz, kept, state };
}

/** The first seed whose quiz asks such a thing, and where. */
function seedFor(wanted: (probe: Probe) => boolean): { seed: number; place: number } {
  for (let seed = 0; ; seed++) {
    const place = drawQuiz(seed, BANK).findIndex((each) => isChecked(each) && wanted(each.probe));
    if (place >= 0) return { seed, place };
  }
}

/** Answers questions until `place` is on show. */
async function answerUpTo(place: number, { quiz, state }: ReturnType<typeof scene>) {
  while (state().at < place) {
    await quiz.answer([]);
    quiz.goTo(state().at + 1);
  }
}

describe('a quiz', () => {
  it('gives every point for right answers, and is kept among the past ones', async () => {
    const it = scene({ benchmark: true });
    const { quiz, state } = it;
    await quiz.start(7);
    for (let at = 0; at < 10; at++) {
      const slot = state().sheet!.slots[at]!;
      const question = questionOf(slot);
      const truth = isChecked(question)
        ? await findTruth(question.probe, {
            predict: modelPredict,
            measured: it.store.getState().measured,
          })
        : null;
      const known = knownOf({ ...slot, answer: { given: [], truth: truth ?? null } })!;
      await quiz.answer(rightAnswer(known));
      quiz.goTo(at + 1);
    }
    expect(sumUp(state().sheet!.slots)).toEqual({ points: 10, of: 10 });
    expect(state().at).toBe(10);
    expect(state().past).toEqual([state().sheet]);
  });

  it('goes on where it was after a reload', async () => {
    const first = scene();
    await first.quiz.start(3);
    await answerUpTo(4, first);
    const { state } = scene({ stored: first.kept.value });
    expect(state()).toEqual(first.state());
    expect(state().at).toBe(4);
  });

  it('takes one answer for each question, and does not skip ahead', async () => {
    const { quiz, state } = scene();
    await quiz.start(3);
    quiz.goTo(5);
    expect(state().at).toBe(0);
    await quiz.answer([]);
    await quiz.answer([0]);
    expect(state().sheet!.slots[0]!.answer!.given).toEqual([]);
    expect(answeredIn(state().sheet!)).toBe(1);
  });

  it('asks a substitute for what this machine has not measured, and nothing else changes', async () => {
    const { seed, place } = seedFor(needsBenchmark);
    const [without, measured] = [scene(), scene({ benchmark: true })];
    await without.quiz.start(seed);
    await measured.quiz.start(seed);
    const slots = (of: typeof without) => of.state().sheet!.slots;
    expect(slots(without)[place]!.instead).toBe(true);
    expect(slots(measured)[place]!.instead).toBe(false);
    expect(slots(without).map(({ id }) => id)).toEqual(slots(measured).map(({ id }) => id));
  });

  it('asks a substitute for a label where the model has other labels', async () => {
    const { seed, place } = seedFor(({ ask }) => ask === 'label');
    const { quiz, state } = scene({ labels: ['urgent', 'not urgent'] });
    await quiz.start(seed);
    expect(state().sheet!.slots[place]!.instead).toBe(true);
  });

  it('takes no answer while the model cannot be asked, and offers a substitute', async () => {
    const { seed, place } = seedFor(({ ask }) => ask === 'tokens');
    const predict = (async () => {
      throw new Error('worker gone');
    }) as unknown as Predict; // it never answers anyone
    const each = scene({ predict });
    const { quiz, state } = each;
    await quiz.start(seed);
    while (state().at < place) {
      await quiz.answer([]);
      if (state().checking.phase === 'failed') quiz.replace();
      else quiz.goTo(state().at + 1);
    }
    await quiz.answer([6]);
    expect(state().checking).toMatchObject({ phase: 'failed' });
    expect(state().sheet!.slots[place]!.answer).toBeNull();
    quiz.replace();
    await quiz.answer([14]);
    expect(state().sheet!.slots[place]!.answer).toEqual({ given: [14], truth: null });
  });

  it('drops an answer whose quiz was left while the model was asked', async () => {
    const { seed, place } = seedFor(({ ask }) => ask === 'outcome');
    let resolve = () => {};
    const promise = new Promise<void>((done) => (resolve = done));
    const predict = (async (input: string) => {
      await promise;
      return modelPredict(input);
    }) as unknown as Predict; // the same, later
    const { quiz, state } = scene({ predict });
    await quiz.start(seed);
    expect(place).toBe(0);
    const answering = quiz.answer([0]);
    expect(state().checking.phase).toBe('asking');
    quiz.leave();
    resolve();
    await answering;
    expect(state().sheet).toBeUndefined();
  });

  it('shows a past one again, and forgets them all', async () => {
    const each = scene();
    await each.quiz.start(1);
    await answerUpTo(10, each);
    const { quiz, state } = each;
    quiz.leave();
    quiz.open(state().past[0]!.startedAt);
    expect(state()).toMatchObject({ at: 10, sheet: { seed: 1 } });
    quiz.clearPast();
    expect(state().past).toEqual([]);
    expect(state().sheet).toBeDefined();
  });
});

describe('what was kept', () => {
  it('is left where it is nothing of ours, or does not fit the bank', async () => {
    const whole = scene();
    await whole.quiz.start(3);
    await answerUpTo(2, whole);
    const text = JSON.stringify(whole.kept.value);
    const [id] = whole.state().sheet!.slots.map((slot) => slot.id);
    for (const stored of [
      'x',
      { sheet: 5, past: [] },
      JSON.parse(text.replace(`"${id}"`, '"a question of long ago"')) as unknown,
      JSON.parse(text.replace('"given":[]', '"given":[77,1,5]')) as unknown,
      JSON.parse(text.replace('"finishedAt":null', '"finishedAt":3')) as unknown,
    ])
      expect(scene({ stored }).state().sheet).toBeUndefined();
  });

  it('is not written before something has changed', () => {
    const write = vi.fn();
    quizActions({
      store: createAppStore(),
      predict: modelPredict,
      labels: () => LABELS,
      refreshMeasured: async () => {},
      kept: { read: () => null, write },
      today: () => 1,
    });
    expect(write).not.toHaveBeenCalled();
  });
});
