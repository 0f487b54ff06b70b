import { planBatches } from '../core/batches.ts';
import { AppError } from '../core/failure.ts';
import { nextTask } from '../core/next-task.ts';
import { headLogits } from '../core/head.ts';
import { type ModelSpec, type Scored, type ScoreOrder, PRIORITIES } from '../core/protocol.ts';
import rules from '../core/rules.json';
import { foldClasses, softmax } from '../core/sentiment.ts';
import { averageLogits, cutWindows } from '../core/windows.ts';
import { createTurns, type Turns } from '../core/turns.ts';
import type { Encoder } from './library-engine.ts';

/** Tokens of a window of a long text, special ones included: half the model's positions, as the model card says. */
const WINDOW_TOKENS = rules.windowTokens;

interface Window {
  /** Index of the text. */
  text: number;
  ids: number[];
  /** Tokens without the special ones: the window's weight in the average. */
  weight: number;
}

/**
 * Tokenises, cuts long texts into windows, plans batches, runs them and folds the logits into our three classes, or leaves
 * them to a head of the user's own. Between two passes others get their turn.
 *
 * @param turns of all calls that run the encoder
 * @throws AppError wrong-output when a row of logits is NaN or all equal: a broken session must not look like an answer
 */
export async function score(
  encoder: Encoder,
  { classes, head }: Pick<ModelSpec, 'classes' | 'head'>,
  { texts, batchTokens, pieces, priority = 'batch', embeddings = false }: ScoreOrder,
  signal: AbortSignal,
  turns: Turns = createTurns(),
): Promise<Scored> {
  const started = performance.now();
  const { windows, tokenizeMs } = await tokenize(encoder, texts, signal);

  const batches = planBatches(
    windows.map(({ ids }) => ids.length),
    batchTokens,
    encoder.masksPadding,
  );
  const rows = new Array<ArrayLike<number>>(windows.length);
  const means = new Array<Float32Array>(windows.length);
  const outputs = head?.labels.length ?? classes.length;
  let [paddedTokens, inferenceMs] = [0, 0];
  for (let planned = batches.shift(); planned; planned = batches.shift()) {
    let batch = planned;
    // While somebody types, passes are short. Where nothing is padded, company makes no difference to a text.
    if (priority === 'batch' && !encoder.pads && batch.length > 1 && turns.isUrgent()) {
      batches.unshift(batch.slice(1));
      batch = batch.slice(0, 1);
    }
    if (paddedTokens > 0) await nextTask(); // a WASM forward pass never leaves the event loop: the page may have cancelled meanwhile
    const { logits, embedding } = await turns.take(PRIORITIES.indexOf(priority), async () => {
      signal.throwIfAborted();
      const start = performance.now();
      const output = await encoder.forward(
        batch.map((i) => windows[i]!.ids),
        { embedding: head !== undefined || embeddings },
      );
      inferenceMs += performance.now() - start;
      return output;
    });
    batch.forEach((i, row) => {
      if (head || embeddings) means[i] = rowOf(withEmbedding(embedding), row, batch.length).slice();
      rows[i] = checked(
        head ? headLogits(head, means[i]!) : rowOf(logits, row, batch.length),
        outputs,
      );
    });
    const lengths = batch.map((i) => windows[i]!.ids.length);
    paddedTokens += encoder.pads
      ? batch.length * Math.max(...lengths)
      : lengths.reduce((sum, length) => sum + length, 0);
  }

  const inferred = performance.now();
  const result: Scored = {
    probabilities: new Float32Array(texts.length * (head ? outputs : 3)),
    logits: new Float32Array(texts.length * outputs),
    tokens: new Uint32Array(texts.length),
    windows: new Uint16Array(texts.length),
    paddedTokens,
    tokenizeMs,
    inferenceMs,
    waitMs: Math.max(0, inferred - started - tokenizeMs - inferenceMs),
    postprocessMs: 0,
  };
  if (embeddings) result.embeddings = new Float32Array(texts.length * (means[0]?.length ?? 0));
  const byText = new Map<number, number[]>();
  windows.forEach(({ text }, i) => byText.set(text, [...(byText.get(text) ?? []), i]));
  for (const [text, parts] of byText) {
    // An empty text has weight 0: special tokens alone are still a sequence.
    const weights = parts.map((i) => windows[i]!.weight || 1);
    const logits = averageLogits(
      parts.map((i) => rows[i]!),
      weights,
    );
    result.logits.set(logits, text * outputs);
    const folded = head ? softmax(logits) : foldClasses(logits, classes);
    result.probabilities.set(folded, text * folded.length);
    result.embeddings?.set(
      averageLogits(
        parts.map((i) => means[i]!),
        weights,
      ),
      text * means[0]!.length,
    );
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

/** Cuts all texts into windows of tokens, with room for what is more urgent every TOKENIZE_MS. */
async function tokenize(encoder: Encoder, texts: readonly string[], signal: AbortSignal) {
  const windows: Window[] = [];
  let tokenizeMs = 0;
  let since = performance.now();
  for (const [i, text] of texts.entries()) {
    windows.push(...windowsOf(encoder, text, i));
    const ms = performance.now() - since;
    if (ms < TOKENIZE_MS && i < texts.length - 1) continue;
    tokenizeMs += ms;
    if (ms >= TOKENIZE_MS) await nextTask();
    signal.throwIfAborted();
    since = performance.now();
  }
  return { windows, tokenizeMs };
}

const TOKENIZE_MS = 4;

function windowsOf(encoder: Encoder, text: string, index: number): Window[] {
  const ids = encoder.encode(text);
  const specials = encoder.wrap([]).length;
  return cutWindows(ids.length, encoder.maxTokens - specials, WINDOW_TOKENS - specials).map(
    ([from, to]) => ({ text: index, ids: encoder.wrap(ids.slice(from, to)), weight: to - from }),
  );
}

/** Row `row` of a row-major tensor. */
function rowOf(tensor: Float32Array, row: number, rows: number): Float32Array {
  const width = tensor.length / rows;
  return tensor.subarray(row * width, (row + 1) * width);
}

function withEmbedding(embedding: Float32Array | undefined): Float32Array {
  if (embedding) return embedding;
  throw new AppError({ code: 'wrong-output', detail: 'the model gives no embedding' });
}

function checked(row: Float32Array, classes: number): Float32Array {
  const broken = row.length !== classes || !row.every(Number.isFinite);
  if (broken || row.every((logit) => logit === row[0]))
    throw new AppError({ code: 'wrong-output', detail: `logits [${row.join(', ')}]` });
  return row;
}
