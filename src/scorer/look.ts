import { AppError } from '../core/failure.ts';
import type { Look, LookedText, Piece, Taps } from '../core/protocol.ts';
import { softmax } from '../core/sentiment.ts';
import type { OpenEncoder } from './library-engine.ts';
import { innerOf, readWords } from './word-pieces.ts';

/**
 * One forward pass over all texts, padded to the longest, with its tensors laid open.
 *
 * @param texts at least one; of a text over the model's limit, the beginning
 * @throws AppError bad-input for an empty list
 */
export async function look(
  encoder: OpenEncoder,
  taps: Taps,
  texts: readonly string[],
): Promise<Look> {
  if (texts.length === 0) throw new AppError({ code: 'bad-input', detail: 'no texts to look at' });
  const started = performance.now();
  const whole = texts.map((text) => encoder.encode(text));
  const room = encoder.maxTokens - encoder.wrap([]).length;
  const sequences = whole.map((ids) => encoder.wrap(ids.slice(0, room)));
  const tokenized = performance.now();
  const { logits, tapped } = await encoder.forward(sequences);
  const inferenceMs = performance.now() - tokenized;

  const columns = Math.max(...sequences.map((ids) => ids.length));
  const ids = new Uint32Array(texts.length * columns).fill(encoder.padId);
  const mask = new Uint8Array(ids.length);
  sequences.forEach((sequence, row) => {
    ids.set(sequence, row * columns);
    mask.fill(1, row * columns, row * columns + sequence.length);
  });
  const embedded = Float32Array.from(tapped[taps.embedded]!); // the runtime may reuse its own memory
  const classes = logits.length / texts.length;
  const rows = texts.map((_, row) => logits.subarray(row * classes, (row + 1) * classes));
  const padded = (row: number) =>
    encoder.pieces([...ids.subarray(row * columns, (row + 1) * columns)]);
  return {
    texts: texts.map((text, row) => ({
      ...describe(encoder, text),
      pieces: padded(row),
      left: whole[row]!.length - (sequences[row]!.length - encoder.wrap([]).length),
    })),
    columns,
    dimensions: embedded.length / ids.length,
    ids,
    mask,
    embedded,
    hidden: Float32Array.from(tapped[taps.hidden]!),
    logits: Float32Array.from(logits),
    probabilities: Float32Array.from(rows.flatMap((row) => softmax(row))),
    tokenizeMs: tokenized - started,
    inferenceMs,
  };
}

function describe(encoder: OpenEncoder, text: string): Omit<LookedText, 'pieces' | 'left'> {
  const inner = innerOf(encoder.tokenizer);
  const { words, ...read } = readWords(
    {
      normalizer: inner.normalizer,
      pre_tokenizer: inner.pre_tokenizer,
      token_to_id: (token) => inner.token_to_id(token),
    },
    text,
  );
  const piecesOf = (word: string): Piece[] => encoder.pieces(encoder.encode(word));
  return { text, ...read, words: words.map((word) => ({ ...word, pieces: piecesOf(word.word) })) };
}
