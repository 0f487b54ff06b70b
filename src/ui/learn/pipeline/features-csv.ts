import type { Look } from '../../../core/protocol.ts';

/** A tensor [texts, tokens, dimensions] as CSV: a row for each token, padding included. */
export function featuresCsv(
  { texts, columns, dimensions, mask }: Pick<Look, 'texts' | 'columns' | 'dimensions' | 'mask'>,
  tensor: Float32Array,
): Blob {
  const head = ['text', 'place', 'token', 'mask', ...numbered(dimensions)];
  const rows = texts.flatMap(({ pieces }, row) =>
    pieces.map(({ text }, i) => {
      const at = (row * columns + i) * dimensions;
      const token = `"${text.replaceAll('"', '""')}"`;
      const values = tensor.subarray(at, at + dimensions);
      return [row + 1, i + 1, token, mask[row * columns + i], ...values].join(',');
    }),
  );
  return new Blob([`${head.join(',')}\r\n${rows.join('\r\n')}\r\n`], { type: 'text/csv' });
}

const numbered = (count: number) => Array.from({ length: count }, (_, d) => `f${d + 1}`);
