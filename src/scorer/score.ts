import { planBatches } from '../core/batches.ts';
import { AppError } from '../core/failure.ts';
import { nextTask } from '../core/next-task.ts';
import type { Scored, ScoreOrder } from '../core/protocol.ts';
import { foldClasses, type Label } from '../core/sentiment.ts';
import { averageLogits, cutWindows } from '../core/windows.ts';
import type { Encoder } from './library-engine.ts';

/** Tokens of a window of a long text, special ones included: half the model's positions, as the model card says. */
const WINDOW_TOKENS = 256;

interface Window {
  /** Index of the text. */
  text: number;
  ids: number[];
  /** Tokens without the special ones: the window's weight in the average. */
  weight: number;
}

/**
 * Tokenises, cuts long texts into windows, plans batches, runs them and folds the logits into our three classes.
 *
 * @throws AppError wrong-output when a row of logits is NaN or all equal: a broken session must not look like an answer
 */
export async function score(
  encoder: Encoder,
  classes: readonly Label[],
  { texts, batchTokens, pieces }: ScoreOrder,
  signal: AbortSignal,
): Promise<Scored> {
  const started = performance.now();
  const windows = texts.flatMap((text, i) => windowsOf(encoder, text, i));
  const tokenized = performance.now();

  const batches = planBatches(
    windows.map(({ ids }) => ids.length),
    batchTokens,
    encoder.masksPadding,
  );
  const rows = new Array<ArrayLike<number>>(windows.length);
  let paddedTokens = 0;
  for (const [n, batch] of batches.entries()) {
    if (n > 0) await nextTask(); // a WASM forward pass never leaves the event loop: the page may have cancelled meanwhile
    signal.throwIfAborted();
    const logits = await encoder.forward(batch.map((i) => windows[i]!.ids));
    const width = logits.length / batch.length;
    batch.forEach((i, row) => {
      rows[i] = checked(logits.subarray(row * width, (row + 1) * width), classes.length);
    });
    paddedTokens += batch.length * Math.max(...batch.map((i) => windows[i]!.ids.length));
  }

  const inferred = performance.now();
  const result: Scored = {
    probabilities: new Float32Array(texts.length * 3),
    logits: new Float32Array(texts.length * classes.length),
    tokens: new Uint32Array(texts.length),
    windows: new Uint16Array(texts.length),
    paddedTokens,
    tokenizeMs: tokenized - started,
    inferenceMs: inferred - tokenized,
    postprocessMs: 0,
  };
  const byText = new Map<number, number[]>();
  windows.forEach(({ text }, i) => byText.set(text, [...(byText.get(text) ?? []), i]));
  for (const [text, parts] of byText) {
    // An empty text has weight 0: special tokens alone are still a sequence.
    const weights = parts.map((i) => windows[i]!.weight || 1);
    const logits = averageLogits(
      parts.map((i) => rows[i]!),
      weights,
    );
    result.logits.set(logits, text * classes.length);
    result.probabilities.set(foldClasses(logits, classes), text * 3);
    result.tokens[text] = parts.reduce((sum, i) => sum + windows[i]!.ids.length, 0);
    result.windows[text] = parts.length;
  }
  result.postprocessMs = performance.now() - inferred;
  if (pieces)
    result.pieces = texts.map((_, text) =>
      byText.get(text)!.flatMap((i) => encoder.pieces(windows[i]!.ids)),
    );
  return result;
}

function windowsOf(encoder: Encoder, text: string, index: number): Window[] {
  const ids = encoder.encode(text);
  const specials = encoder.wrap([]).length;
  return cutWindows(ids.length, encoder.maxTokens - specials, WINDOW_TOKENS - specials).map(
    ([from, to]) => ({ text: index, ids: encoder.wrap(ids.slice(from, to)), weight: to - from }),
  );
}

function checked(row: Float32Array, classes: number): Float32Array {
  const broken = row.length !== classes || !row.every(Number.isFinite);
  if (broken || row.every((logit) => logit === row[0]))
    throw new AppError({ code: 'wrong-output', detail: `logits [${row.join(', ')}]` });
  return row;
}
