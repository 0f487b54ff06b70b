import { beforeEach, expect, it } from 'vitest';
import { AppError } from '../core/failure.ts';
import type { Scorer, ScoreOptions, Timed } from '../core/scorer.ts';
import { BASE, SMALL } from '../models/catalogue.ts';
import { isCurrent } from './live-state.ts';
import { liveActions, LONGEST_TEXT } from './live.ts';
import { MOST_WORDS } from './live-why.ts';
import { createAppStore } from './store.ts';

/** Texts with "bad" in them are negative, the others positive. */
function timed(texts: readonly string[]): Timed {
  const row = (text: string) => (text.includes('bad') ? [0.7, 0.2, 0.1] : [0.1, 0.2, 0.7]);
  return {
    probabilities: Float32Array.from(texts.flatMap(row)),
    logits: Float32Array.from(texts.flatMap(row)),
    tokens: Uint32Array.from(texts, () => 3),
    windows: Uint16Array.from(texts, () => 1),
    paddedTokens: 3 * texts.length,
    pieces: texts.map((text) => [{ text, id: 7, special: false }]),
    tokenizeMs: 1,
    inferenceMs: 10,
    postprocessMs: 0,
    queueMs: 2,
    roundTripMs: 15,
  };
}

interface Call {
  texts: readonly string[];
  options: ScoreOptions;
  answer: () => Promise<void>;
  fail: (error: Error) => Promise<void>;
}

let calls: Call[] = [];

/** A scorer whose every call waits until the test answers it. An aborted call is rejected, as the pool does. */
const score: Scorer['score'] = (texts, options = {}) =>
  new Promise((resolve, reject) => {
    const settled = () => new Promise<void>((done) => setTimeout(done));
    const cancelled = new AppError({ code: 'cancelled', detail: 'given up' });
    options.signal?.addEventListener('abort', () => reject(cancelled));
    calls.push({
      texts,
      options,
      answer: () => (resolve(timed(texts)), settled()),
      fail: (error) => (reject(error), settled()),
    });
  });

function start() {
  const store = createAppStore();
  const actions = liveActions({ store, score });
  const live = () => store.getState().live;
  return { ...actions, store, live, current: () => isCurrent(live()) };
}

/** Types a text and lets the scorer answer it. */
async function labelled(app: ReturnType<typeof start>, text: string) {
  app.setText(text);
  await turn();
  await calls.at(-1)!.answer();
}

const turn = () => new Promise<void>((done) => setTimeout(done));
const crash = new AppError({ code: 'worker-crashed', detail: 'boom' });

beforeEach(() => {
  calls = [];
});

it('asks at once, for a live answer with its word pieces', async () => {
  const app = start();
  app.setText('fine');
  expect(calls).toMatchObject([{ texts: ['fine'], options: { priority: 'live', pieces: true } }]);
  expect(app.current()).toBe(false);
  await calls[0]!.answer();
  expect(app.live().answer).toMatchObject({ text: 'fine', prediction: { label: 'positive' } });
  expect(app.current()).toBe(true);
});

it('scores only the newest of what was typed meanwhile', async () => {
  const app = start();
  for (const text of ['b', 'ba', 'bad', 'bad!']) app.setText(text);
  await turn();
  expect(calls.map(({ texts }) => texts)).toEqual([['b'], ['bad!']]);
  await calls[1]!.answer();
  expect(app.live().answer?.text).toBe('bad!');
});

it('never takes an answer that has become stale, not even for a text that has come back', async () => {
  const app = start();
  const patient: Scorer['score'] = (texts, options) =>
    score(texts, { ...options, signal: undefined! });
  const slow = liveActions({
    store: app.store,
    score: patient, // answers although it was told to give up
  });
  slow.setText('fine');
  slow.setText('fine, bad');
  await calls[0]!.answer();
  expect(app.live().answer).toBeUndefined();
  slow.setText('fine');
  await calls[1]!.answer();
  expect(app.live().answer).toBeUndefined();
  await calls[2]!.answer();
  expect(app.live().answer?.text).toBe('fine');
});

it('shows an older answer as not current until the next one comes', async () => {
  const app = start();
  await labelled(app, 'fine');
  app.setText('fine?');
  expect(app.live().answer?.text).toBe('fine');
  expect(app.current()).toBe(false);
});

it('waits with asking while an input method composes, and calls no label current meanwhile', async () => {
  const app = start();
  await labelled(app, 'fine');
  app.startComposing();
  expect(app.current()).toBe(false);
  expect(calls).toHaveLength(1);
  app.setText('fine\u3042');
  expect(calls).toHaveLength(2);
});

it('holds line ends as a text area does, so that a linked text is the one in the box', () => {
  const app = start();
  app.setText('one\r\ntwo\rthree\n');
  expect(app.live().text).toBe('one\ntwo\nthree\n');
});

it('has no label for blank text, and asks nothing', async () => {
  const app = start();
  await labelled(app, 'Fine. Really fine.');
  const asked = calls.length;
  app.setText('  \n');
  await turn();
  expect(calls).toHaveLength(asked);
  expect(app.live()).toMatchObject({ answer: undefined, sentences: undefined, failure: undefined });
});

it('refuses a text over the limit, keeps what was there and offers its start', async () => {
  const app = start();
  await labelled(app, 'fine');
  app.setText('x'.repeat(1_000_000));
  expect(calls).toHaveLength(1);
  expect(app.live().text).toBe('fine');
  expect(app.live().tooLong).toEqual({ characters: 1_000_000, start: 'x'.repeat(LONGEST_TEXT) });
  app.setText(app.live().tooLong!.start);
  expect(app.live().tooLong).toBeUndefined();
  expect(app.live().text).toHaveLength(LONGEST_TEXT);
});

it('shows the failure of a call, and answers the next keystroke', async () => {
  const app = start();
  app.setText('fine');
  await calls[0]!.fail(crash);
  expect(app.live().failure?.code).toBe('worker-crashed');
  await labelled(app, 'fine.');
  expect(app.live().failure).toBeUndefined();
  expect(app.current()).toBe(true);
});

it('shows nothing cancelled as a failure', async () => {
  const app = start();
  app.setText('fine');
  await calls[0]!.fail(new AppError({ code: 'cancelled', detail: 'the download was cancelled' }));
  app.setText('fine!');
  app.setText('fine!!');
  await turn();
  expect(app.live().failure).toBeUndefined();
});

it('scores the sentences after the whole, and later only the new ones', async () => {
  const app = start();
  await labelled(app, 'Fine. It was bad.');
  expect(calls[1]).toMatchObject({
    texts: ['Fine.', 'It was bad.'],
    options: { priority: 'detail' },
  });
  await calls[1]!.answer();
  const labels = () => app.live().sentences?.parts.map(({ prediction }) => prediction?.label);
  expect(labels()).toEqual(['positive', 'negative']);

  await labelled(app, 'Fine. It was bad. Fine.');
  expect(calls).toHaveLength(3); // all three are known
  await labelled(app, 'Fine. It was bad. Fine. So what?');
  expect(labels()).toEqual(['positive', 'negative', 'positive', undefined]);
  expect(calls[4]!.texts).toEqual(['So what?']);
});

it('keeps the tints of an older text until the new one is scored, and none for one sentence', async () => {
  const app = start();
  await labelled(app, 'Fine. It was bad.');
  app.setText('Fine. It was');
  expect(app.live().sentences?.text).toBe('Fine. It was bad.');
  await labelled(app, 'Fine.');
  expect(app.live().sentences).toBeUndefined();
});

it('weighs each word by what leaving it out takes from the label', async () => {
  const app = start();
  await labelled(app, 'so bad');
  const done = app.explain();
  expect(app.live().why).toEqual({ phase: 'running', text: 'so bad', variants: 2 });
  expect(calls[1]).toMatchObject({ texts: [' bad', 'so '], options: { priority: 'detail' } });
  await calls[1]!.answer();
  await done;
  const { why } = app.live();
  expect(why).toMatchObject({ phase: 'done', label: 'negative', variants: 2 });
  const effects = why.phase === 'done' ? why.words.map(({ effect }) => effect) : [];
  expect(effects[0]).toBeCloseTo(0);
  expect(effects[1]).toBeCloseTo(0.6);
});

it('weighs the first words of a long text only', async () => {
  const app = start();
  await labelled(app, 'word '.repeat(MOST_WORDS + 10));
  void app.explain();
  expect(calls.at(-1)!.texts).toHaveLength(MOST_WORDS);
});

it('gives an explanation up when asked to, and when the text changes', async () => {
  const app = start();
  await labelled(app, 'so bad');
  const first = app.explain();
  app.stopExplaining();
  await first;
  expect(app.live().why).toEqual({ phase: 'none' });
  const second = app.explain();
  app.setText('so bad!');
  await second;
  expect(app.live().why).toEqual({ phase: 'none' });
});

it('shows why an explanation failed', async () => {
  const app = start();
  await labelled(app, 'so bad');
  const done = app.explain();
  await calls.at(-1)!.fail(crash);
  await done;
  expect(app.live().why).toMatchObject({ phase: 'failed', failure: { code: 'worker-crashed' } });
});

it('explains nothing but the label on show', async () => {
  const app = start();
  await labelled(app, 'fine');
  app.setText('fine?');
  const asked = calls.length;
  await app.explain();
  expect(calls).toHaveLength(asked);
});

it('completes the sample of an answer once it is painted, and only once', async () => {
  const app = start();
  await labelled(app, 'fine');
  const { id, askedAt, answeredAt } = app.live().answer!;
  app.painted(id + 1, answeredAt);
  expect(app.live().samples).toEqual([]);
  app.painted(id, answeredAt + 5);
  app.painted(id, answeredAt + 5000);
  const [sample, ...more] = app.live().samples;
  expect(more).toEqual([]);
  expect(sample).toMatchObject({ tokenizeMs: 1, inferenceMs: 10, messageMs: 2, paintMs: 5 });
  expect(sample!.totalMs).toBeCloseTo(answeredAt + 5 - askedAt);
});

it('keeps the last 60 samples', async () => {
  const app = start();
  for (let i = 0; i < 62; i++) {
    await labelled(app, `fine ${i}`);
    app.painted(app.live().answer!.id, performance.now());
  }
  expect(app.live().samples).toHaveLength(60);
});

it('asks again when another model answers, and shows nothing of the old one meanwhile', async () => {
  const app = start();
  const run = (model: typeof BASE) =>
    app.store.setState({
      engine: { loading: { phase: 'none' }, running: { model, device: 'wasm' } as never }, // all that Live looks at
    });
  run(BASE);
  await labelled(app, 'fine');
  run(BASE);
  expect(app.current()).toBe(true);
  run(SMALL);
  expect(app.live().answer).toBeUndefined();
  await turn();
  await calls[1]!.answer();
  expect(app.current()).toBe(true);
});

it('is answered by a stand-in until the model is there, whose answers replace those one for one', async () => {
  const app = start();
  const loading = { phase: 'checking' } as const;
  const small = { model: SMALL, device: 'wasm' } as never; // all that Live looks at
  const base = { model: BASE, device: 'wasm' } as never;
  app.store.setState({ engine: { running: undefined, standIn: small, loading } });
  await labelled(app, 'so bad');
  expect(calls[0]!.options.standIn).toBe(true);
  expect(app.live().answer?.by).toEqual({ title: 'Sentiscope small', standsIn: true });
  void app.explain();
  await calls[1]!.answer();
  expect(calls[1]!.options.standIn).toBe(true);
  expect(app.live().why.phase).toBe('done');

  app.store.setState({ engine: { running: base, loading: { phase: 'none' } } });
  expect(app.live().answer?.by.standsIn).toBe(true); // it goes on standing there
  expect(app.live().why.phase).toBe('done');
  await turn();
  await calls[2]!.answer();
  expect(app.live().answer?.by).toEqual({ title: 'Sentiscope base', standsIn: false });
  expect(calls[3]!.texts).toHaveLength(2); // what was explained is explained anew
  await calls[3]!.answer();
  expect(app.live().why.phase).toBe('done');
});
