import { toFailure } from '../core/failure.ts';
import { latest } from '../core/latest.ts';
import { readPredictions, type Predict, type Prediction } from '../core/predict.ts';
import type { Scorer } from '../core/scorer.ts';
import { splitSentences, splitWords, type Segment } from '../core/segments.ts';
import type { Live, LiveAnswer, Sample } from './live-state.ts';
import type { Store } from './store.ts';

interface Deps {
  store: Store;
  score: Scorer['score'];
  predict: Predict;
  /** The running model's threshold; see Prediction.uncertain. */
  uncertainBelow: () => number;
}

/** Longest text that Live takes, in UTF-16 code units: about 2,200 tokens, nine windows, a second on a slow laptop. */
export const LONGEST_TEXT = 10_000;
/** Most words that "Why?" leaves out one by one: each is a whole text to score. */
export const MOST_WORDS = 150;
const KEPT_SAMPLES = 60;
/** Most sentences whose score is remembered, so that typing in the last sentence re-scores only that one. */
const KEPT_SENTENCES = 500;

export function liveActions({ store, score, predict, uncertainBelow }: Deps) {
  const set = (change: Partial<Live>) =>
    store.setState(({ live }) => ({ live: { ...live, ...change } }));
  const live = () => store.getState().live;

  let details = new AbortController();
  let lastId = 0;
  const known = new Map<string, Prediction>();

  const ask = latest(async ({ text, askedAt }: { text: string; askedAt: number }) => {
    if (text !== live().text || text.trim() === '') return;
    try {
      const scored = await score([text], {
        priority: 'live',
        pieces: true,
        signal: details.signal,
      });
      if (text !== live().text) return; // stale: the newer text is next
      const { queueMs, tokenizeMs, inferenceMs, roundTripMs } = scored;
      const answer: LiveAnswer = {
        id: ++lastId,
        text,
        prediction: readPredictions(scored, uncertainBelow())[0]!,
        pieces: scored.pieces![0]!,
        sample: {
          queueMs,
          tokenizeMs,
          inferenceMs,
          messageMs: Math.max(0, roundTripMs - queueMs - tokenizeMs - inferenceMs),
          tokens: scored.tokens[0]!,
        },
        askedAt,
        answeredAt: performance.now(),
      };
      set({ answer, failure: undefined });
      void scoreSentences(text);
    } catch (error) {
      const failure = toFailure(error, 'inference-failed');
      if (text === live().text) set({ failure });
    }
  });

  /** Takes what stands in the box now and asks for its label at once. */
  function setText(text: string) {
    details.abort();
    details = new AbortController();
    const blank = text.trim() === '';
    set({
      text,
      failure: undefined,
      sentences: undefined,
      why: { phase: 'none' },
      ...(blank && { answer: undefined }),
    });
    if (!blank) ask({ text, askedAt: performance.now() });
  }

  /** Asks again for the text in the box: another model answers now, or one answers at last. */
  function refresh() {
    known.clear();
    setText(live().text);
  }

  /** Told by the view once the answer is on the screen; completes its sample. */
  function painted(id: number, at: number) {
    const { answer, samples } = live();
    if (answer?.id !== id) return;
    const sample: Sample = {
      ...answer.sample,
      paintMs: at - answer.answeredAt,
      totalMs: at - answer.askedAt,
    };
    set({ samples: [...samples, sample].slice(-KEPT_SAMPLES) });
  }

  async function scoreSentences(text: string) {
    const sentences = splitSentences(text);
    if (sentences.length < 2) return;
    const { signal } = details;
    const textOf = ({ from, to }: Segment) => text.slice(from, to);
    const show = () => {
      if (signal.aborted || text !== live().text) return;
      const parts = sentences.map((part) => ({ ...part, prediction: known.get(textOf(part)) }));
      set({ sentences: { text, parts } });
    };
    show();
    const unknown = [...new Set(sentences.map(textOf))].filter((sentence) => !known.has(sentence));
    if (unknown.length === 0) return;
    if (known.size > KEPT_SENTENCES) known.clear();
    try {
      const predictions = await predict(unknown, { priority: 'detail', signal });
      unknown.forEach((sentence, i) => known.set(sentence, predictions[i]!));
      show();
    } catch {
      // The label of the whole stands without them; a crash shows with the next keystroke.
    }
  }

  /** Scores the text once without each of its words: what a word's absence takes away is what it gave. */
  async function explain() {
    const { text, answer } = live();
    if (!answer || answer.text !== text) return;
    const { label, probabilities } = answer.prediction;
    const words = splitWords(text).slice(0, MOST_WORDS);
    const { signal } = details;
    const show = (why: Live['why']) => {
      if (!signal.aborted) set({ why });
    };
    show({ phase: 'running', text, variants: words.length });
    const start = performance.now();
    try {
      const variants = words.map(({ from, to }) => text.slice(0, from) + text.slice(to));
      const without = await predict(variants, { priority: 'detail', signal });
      const effects = words.map((word, i) => ({
        ...word,
        effect: probabilities[label] - without[i]!.probabilities[label],
      }));
      const elapsedMs = performance.now() - start;
      show({ phase: 'done', text, label, words: effects, variants: words.length, elapsedMs });
    } catch (error) {
      show({ phase: 'failed', text, failure: toFailure(error, 'inference-failed') });
    }
  }

  // A model that has just become ready answers for what was typed while it loaded.
  let answering = store.getState().engine.running;
  store.subscribe(({ engine: { running } }) => {
    const changed =
      running && (running.model !== answering?.model || running.device !== answering.device);
    answering = running;
    if (changed) refresh();
  });

  return { setText, painted, explain };
}
