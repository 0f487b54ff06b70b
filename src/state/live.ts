import { toFailure } from '../core/failure.ts';
import { latest } from '../core/latest.ts';
import { createPredict, readPredictions } from '../core/predict.ts';
import type { Scorer, ScoreOptions, Timed } from '../core/scorer.ts';
import { startOf } from '../core/segments.ts';
import { answeringOf } from '../models/chosen.ts';
import { speakerIn } from './engine-state.ts';
import { createSentenceScorer } from './live-sentences.ts';
import { speakerOf, watchSpeaker } from './live-speaker.ts';
import type { Live, LiveAnswer, Sample } from './live-state.ts';
import { weighWords, wordsToWeigh } from './live-why.ts';
import type { Store } from './store.ts';

interface Deps {
  store: Store;
  score: Scorer['score'];
}

interface Asked {
  text: string;
  askedAt: number;
  /** Aborts once the box has changed. */
  signal: AbortSignal;
  /** Whether its words are to be weighed as well. */
  explains: boolean;
}

/** Longest text that Live takes, in UTF-16 code units: 2,330 tokens of our reviews, ten windows. */
export const LONGEST_TEXT = 10_000;
const KEPT_SAMPLES = 60;

export function liveActions({ store, score: scoreBy }: Deps) {
  const set = (change: Partial<Live>) =>
    store.setState(({ live }) => ({ live: { ...live, ...change } }));
  const live = () => store.getState().live;

  // What is typed may be answered by a stand-in: the view says who speaks.
  const score = (texts: readonly string[], options?: ScoreOptions) =>
    scoreBy(texts, { ...options, standIn: true });
  const answering = () => answeringOf(speakerIn(store.getState().engine)?.model);
  const predict = createPredict(score, answering);
  const sentences = createSentenceScorer(predict);
  /** For everything that is asked about the text in the box. */
  let run = new AbortController();
  let weighing = new AbortController();
  let lastId = 0;
  let lastPainted = 0;

  const ask = latest(async ({ text, askedAt, signal, explains }: Asked) => {
    if (signal.aborted) return;
    try {
      const startedAt = performance.now();
      const scored = await score([text], { priority: 'live', pieces: true, signal });
      if (signal.aborted) return; // stale: the newer text is next
      const answeredAt = performance.now();
      const answer: LiveAnswer = {
        id: ++lastId,
        text,
        by: speakerOf(store.getState().engine),
        prediction: readPredictions(scored, answering())[0]!,
        pieces: scored.pieces![0]!,
        sample: splitTime(scored, startedAt - askedAt),
        askedAt,
        answeredAt,
      };
      set({ answer, failure: undefined });
      void sentences.score(text, signal, (parts) => {
        if (!signal.aborted) set({ sentences: parts && { text, parts } });
      });
      if (explains) void explain();
    } catch (error) {
      const failure = toFailure(error, 'inference-failed');
      // What was given up, by typing on or by cancelling the model's download, is no failure.
      if (!signal.aborted && failure.code !== 'cancelled') set({ failure, why: { phase: 'none' } });
    }
  });

  /**
   * Takes what stands in the box now and asks for its label at once. A text over LONGEST_TEXT is refused.
   *
   * @param at when it was typed, on the clock of performance.now()
   */
  function setText(typed: string, at = performance.now()) {
    const text = typed.replace(/\r\n?/g, '\n'); // as a text area holds it, wherever it comes from
    if (text.length > LONGEST_TEXT) {
      const start = startOf(text, LONGEST_TEXT);
      set({ composing: false, tooLong: { characters: text.length, start } });
      return;
    }
    begin(at, { text, composing: false, tooLong: undefined });
  }

  /** Drops what is under way, writes `change` and asks for the label of the text that stands then. */
  function begin(askedAt: number, change: Partial<Live>, explains = false) {
    run.abort();
    run = new AbortController();
    const { text } = { ...live(), ...change };
    const blank = text.trim() === '';
    set({
      failure: undefined,
      why: { phase: 'none' },
      ...change,
      ...(blank && { answer: undefined, sentences: undefined }),
    });
    if (!blank) ask({ text, askedAt, signal: run.signal, explains });
  }

  /** Asks again for the text in the box: another model answers now, or one answers at last. */
  function refresh() {
    sentences.forget();
    begin(performance.now(), { answer: undefined, sentences: undefined });
  }

  /** The same after a stand-in: what it said stays on show until the model's own answers replace it, one for one. */
  function takeOver() {
    sentences.forget();
    const { why } = live();
    const explains = why.phase === 'running' || why.phase === 'done';
    begin(performance.now(), explains ? { why } : {}, explains);
  }

  /** Told by the view once the answer is on the screen, at a time of performance.now(); completes its sample. */
  function painted(id: number, at: number) {
    const { answer, samples } = live();
    if (answer?.id !== id || id <= lastPainted) return;
    lastPainted = id;
    const sample: Sample = {
      ...answer.sample,
      paintMs: at - answer.answeredAt,
      totalMs: at - answer.askedAt,
    };
    set({ samples: [...samples, sample].slice(-KEPT_SAMPLES) });
  }

  /** Finds out what each word gives to the label on show. */
  async function explain() {
    const { text, answer } = live();
    if (!answer || answer.text !== text) return;
    const { label } = answer.prediction;
    const words = wordsToWeigh(text);
    const variants = words.length;

    weighing.abort();
    weighing = new AbortController();
    const signal = AbortSignal.any([run.signal, weighing.signal]);
    const show = (why: Live['why']) => {
      if (!signal.aborted) set({ why });
    };
    show({ phase: 'running', text, variants });
    const start = performance.now();
    try {
      const weighed = await weighWords(text, words, answer.prediction, predict, signal);
      const elapsedMs = performance.now() - start;
      show({ phase: 'done', text, label, words: weighed, variants, elapsedMs });
    } catch (error) {
      show({ phase: 'failed', text, failure: toFailure(error, 'inference-failed') });
    }
  }

  /** Gives up an explanation that is under way, or puts a finished one away. */
  function stopExplaining() {
    weighing.abort();
    set({ why: { phase: 'none' } });
  }

  // A model that has just become ready answers for what was typed while it loaded.
  watchSpeaker(store, { onOther: refresh, onTakeOver: takeOver });

  return {
    setText,
    /** Told when an input method begins to compose: the label is for the text before, until the next setText. */
    startComposing: () => set({ composing: true }),
    painted,
    explain,
    stopExplaining,
  };
}

/** @param waitedMs from the keystroke to the asking */
function splitTime(scored: Timed, waitedMs: number): LiveAnswer['sample'] {
  const { queueMs, tokenizeMs, inferenceMs, roundTripMs } = scored;
  return {
    queueMs: waitedMs + queueMs,
    tokenizeMs,
    inferenceMs,
    messageMs: Math.max(0, roundTripMs - queueMs - tokenizeMs - inferenceMs),
    tokens: scored.tokens[0]!,
  };
}
