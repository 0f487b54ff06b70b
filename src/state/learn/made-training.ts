import { createRandom } from '../../core/bench/random.ts';
import { readExamples, type Examples } from '../../core/learn/train/examples.ts';
import type { Studio } from '../../core/learn/studio.ts';
import type { Inspection } from '../../core/intake.ts';
import { DIMENSIONS } from '../../models/own-model.ts';

// For tests: texts whose embedding tells their label, and a studio that makes them.

/** Texts "late 1", "late 2", "fine 1" and so on, `each` of every label. */
export const madeExamples = (labels = ['late', 'fine'], each = 40): Examples =>
  readExamples(
    labels.flatMap((label) =>
      Array.from({ length: each }, (_, i) => ({ text: `${label} ${i}`, label })),
    ),
  );

/** An embedding with some noise around the place that the first word has; the classifier says "negative" to all. */
export const madeEmbed: Studio['embed'] = async (_, texts, { signal, onDone } = {}) => {
  signal?.throwIfAborted();
  const embeddings = new Float32Array(texts.length * DIMENSIONS);
  texts.forEach((text, i) => {
    const [word = '', number = '0'] = text.split(' ');
    const random = createRandom(Number(number) * 31 + word.length);
    for (let d = 0; d < DIMENSIONS; d++) {
      const place = d % 7 === word.charCodeAt(0) % 7 ? 0.6 : 0;
      embeddings[i * DIMENSIONS + d] = place + random() - 0.5;
    }
  });
  onDone?.(texts.length);
  const none = { tokens: new Uint32Array(0), windows: new Uint16Array(0), paddedTokens: 0 };
  const times = { tokenizeMs: 0, inferenceMs: 0, postprocessMs: 0 };
  const probabilities = Float32Array.from(texts.flatMap(() => [0.8, 0.1, 0.1]));
  return { embeddings, probabilities, logits: new Float32Array(0), ...none, ...times };
};

export const madeInspection = (change: Partial<Inspection> = {}): Inspection => ({
  reading: { format: 'csv', gzip: false },
  encodingFrom: 'valid-utf-8',
  sheets: undefined,
  columns: ['text', 'label', 'topic'].map((name) => ({ name, role: undefined })),
  rows: [],
  mapping: { text: 0, label: 1, labels: {} },
  values: [undefined, undefined, undefined],
  problems: { total: 0, skipped: 0, listed: [] },
  shape: 'x',
  ...change,
});
