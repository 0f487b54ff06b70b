import { LABELS, type Label } from '../../core/sentiment.ts';
import type { BenchDeps } from './deps.ts';
import type { Given, LabelIndex } from './given.ts';

const NAMES = { everyday: 'reviews.csv', hard: 'reviews-hard.csv' } as const;

/** Our own labelled reviews. */
export async function readSample(
  { fetchSample }: Pick<BenchDeps, 'fetchSample'>,
  kind: 'everyday' | 'hard',
  signal: AbortSignal,
): Promise<Given[]> {
  const csv = await fetchSample(NAMES[kind], signal);
  const { default: Papa } = await import('papaparse'); // in the importer it is needed by all, here by few
  const { data } = Papa.parse<{ text: string; label: Label }>(csv, {
    header: true,
    skipEmptyLines: true,
  });
  return data.map(({ text, label }) => ({ text, label: LABELS.indexOf(label) as LabelIndex }));
}
