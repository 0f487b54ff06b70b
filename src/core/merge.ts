import { addCascades } from './cascade.ts';
import type { Scored } from './protocol.ts';

type Numbers = Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;

function join<T extends Numbers>(parts: readonly T[], make: (length: number) => T): T {
  const whole = make(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** Puts the scores of consecutive chunks together: rows in order, times and padded tokens summed. */
export function mergeScores(parts: readonly Scored[]): Scored {
  if (parts.length === 1) return parts[0]!;
  const sum = (key: 'paddedTokens' | 'tokenizeMs' | 'inferenceMs' | 'waitMs' | 'postprocessMs') =>
    parts.reduce((total, part) => total + (part[key] ?? 0), 0);
  const merged: Scored = {
    probabilities: join(
      parts.map((p) => p.probabilities),
      (n) => new Float32Array(n),
    ),
    logits: join(
      parts.map((p) => p.logits),
      (n) => new Float32Array(n),
    ),
    tokens: join(
      parts.map((p) => p.tokens),
      (n) => new Uint32Array(n),
    ),
    windows: join(
      parts.map((p) => p.windows),
      (n) => new Uint16Array(n),
    ),
    paddedTokens: sum('paddedTokens'),
    tokenizeMs: sum('tokenizeMs'),
    inferenceMs: sum('inferenceMs'),
    waitMs: sum('waitMs'),
    postprocessMs: sum('postprocessMs'),
  };
  if (parts[0]?.embeddings)
    merged.embeddings = join(
      parts.map((part) => part.embeddings!),
      (n) => new Float32Array(n),
    );
  if (parts.some((part) => part.pieces)) merged.pieces = parts.flatMap((part) => part.pieces ?? []);
  const cascades = parts.flatMap(({ cascade }) => cascade ?? []);
  if (cascades.length > 0) merged.cascade = cascades.reduce(addCascades);
  return merged;
}
