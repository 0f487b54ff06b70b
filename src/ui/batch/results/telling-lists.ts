import { byFrequency } from '../../../core/analysis/tally.ts';
import type { Summary } from '../../../core/runs.ts';
import { areSentiment } from '../../../core/sentiment.ts';
import { quoted } from './focus.ts';

/** What the card, and the report, list before the uncertain ones. */
export function tellingLists({ telling, counts }: Summary, labels: readonly string[]) {
  const ordered = areSentiment(labels) ? ['negative', 'positive'] : byFrequency(labels, counts);
  return ordered
    .filter((label) => Object.hasOwn(telling, label))
    .map((label) => ({
      label,
      title: areSentiment(labels) ? `Most ${label}` : `Surest of ${quoted(label)}`,
      rows: telling[label]!,
    }));
}
