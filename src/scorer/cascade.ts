import { hashText } from '../core/analysis/hash.ts';
import type { CascadeOrder } from '../core/cascade.ts';
import { nextTask } from '../core/next-task.ts';
import type { ModelSpec, Scored, ScoreOrder } from '../core/protocol.ts';
import { createTurns, type Turns } from '../core/turns.ts';
import type { Encoder } from './library-engine.ts';
import { score } from './score.ts';

/** hashText's range. */
const HASHES = 2 ** 53;

/**
 * The small model scores every text; the accurate one those whose top probability is under the gate, and its answers replace
 * the small one's. Texts are tokenised once: both models read the same tokens.
 *
 * Which of the other texts are checked is decided by a hash of the text: the same ones whenever and wherever they are scored.
 */
export async function scoreCascade(
  { small, accurate }: { small: Encoder; accurate: Encoder },
  model: Pick<ModelSpec, 'classes'>,
  { texts, batchTokens, cascade }: ScoreOrder & { cascade: CascadeOrder },
  signal: AbortSignal,
  turns: Turns = createTurns(),
): Promise<Scored> {
  const known = new Map<string, number[]>();
  function encode(text: string) {
    const ids = known.get(text) ?? small.encode(text);
    known.set(text, ids);
    return ids;
  }

  async function by(encoder: Encoder, rows: readonly number[]) {
    await nextTask(); // the page may have cancelled meanwhile
    signal.throwIfAborted();
    const reader: Encoder = { ...encoder, encode };
    const chosen = rows.map((row) => texts[row]!);
    const order = { texts: chosen, batchTokens, pieces: false };
    return score(reader, { classes: model.classes }, order, signal, turns);
  }

  const all = texts.map((_, row) => row);
  const first = await by(small, all);
  const isUnsure = (row: number) => Math.max(...rowOf(first.probabilities, row)) < cascade.under;
  const sentOn = all.filter(isUnsure);
  const second = await by(accurate, sentOn);
  const checked = all.filter(
    (row) => !isUnsure(row) && hashText(texts[row]!) < cascade.check * HASHES,
  );
  const third = await by(accurate, checked);
  const agreed = checked.filter(
    (row, i) => top(rowOf(first.probabilities, row)) === top(rowOf(third.probabilities, i)),
  );

  const { probabilities, logits } = first;
  const classes = logits.length / (texts.length || 1);
  sentOn.forEach((row, i) => {
    probabilities.set(rowOf(second.probabilities, i), row * 3);
    logits.set(second.logits.subarray(i * classes, (i + 1) * classes), row * classes);
  });
  return {
    probabilities,
    logits,
    tokens: first.tokens,
    windows: first.windows,
    paddedTokens: first.paddedTokens,
    tokenizeMs: first.tokenizeMs,
    inferenceMs: first.inferenceMs + second.inferenceMs,
    postprocessMs: first.postprocessMs + second.postprocessMs,
    cascade: {
      texts: texts.length,
      sentOn: sentOn.length,
      tokens: sum(first.tokens),
      sentOnTokens: sum(second.tokens),
      tokenizeMs: first.tokenizeMs,
      smallMs: first.inferenceMs,
      accurateMs: second.inferenceMs,
      checked: checked.length,
      agreed: agreed.length,
      checkedTokens: sum(third.tokens),
      checkMs: third.inferenceMs,
    },
  };
}

const rowOf = (probabilities: Float32Array, row: number) =>
  probabilities.subarray(row * 3, (row + 1) * 3);
const top = (row: Float32Array) => row.indexOf(Math.max(...row));
const sum = (tokens: Uint32Array) => tokens.reduce((total, n) => total + n, 0);
