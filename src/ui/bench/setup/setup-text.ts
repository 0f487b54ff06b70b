import { isBaseline } from '../../../core/bench/cells.ts';
import type { BenchSettings, TextSource } from '../../../core/bench/settings.ts';
import { findBundled } from '../../../models/chosen.ts';
import { count, duration } from '../../parts/format.ts';

/** As a part of a sentence: "192 everyday reviews". */
export function sourceText(source: TextSource): string {
  switch (source.kind) {
    case 'everyday':
      return `${count(source.count)} everyday reviews`;
    case 'hard':
      return `${count(source.count)} hard reviews`;
    case 'run':
      return `${count(source.count)} texts of ${source.name || 'a scored file'}`;
    case 'tokens':
      return `made texts of ${source.lengths.join(', ')} tokens`;
  }
}

const BASELINE_TITLES: Readonly<Record<string, string>> = {
  vader: 'VADER',
  'bag-of-words': 'Bag of words',
};

/** @param hub title of the hub model chosen on the Engine card */
export const modelTitle = (id: string, hub = 'the hub model'): string =>
  id === 'hub' ? hub : (BASELINE_TITLES[id] ?? findBundled(id).title);

/** What a press on the button does. */
export function summaryText({ models, texts, seconds }: BenchSettings): string {
  const networks = models.filter((id) => !isBaseline(id)).map((id) => modelTitle(id));
  const baselines = models.filter(isBaseline).map((id) => modelTitle(id));
  const beside = baselines.length > 0 ? ` beside ${baselines.join(' and ')}` : '';
  return (
    `${networks.join(' and ') || 'Baselines only'}${beside}, on ${sourceText(texts)}: ` +
    `up to ${duration(seconds)} of timing, after loading and warming up.`
  );
}
