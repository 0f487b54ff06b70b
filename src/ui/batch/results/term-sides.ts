import type { Terms } from '../../../core/runs.ts';
import { quoted } from './focus.ts';
import type { Side } from './TermList.tsx';

/** What stands against what: positive against negative, or one label against all others. */
export function sidesOf({ label }: Pick<Terms, 'label'>): readonly [Side, Side] {
  if (label === undefined)
    return [
      { label: 'positive', column: 'in +', title: 'Positive reviews that have it' },
      { label: 'negative', column: 'in −', title: 'Negative reviews that have it' },
    ];
  return [
    { label, column: 'in it', title: `Reviews of ${quoted(label)} that have it` },
    { label: undefined, column: 'others', title: 'Reviews of all other labels that have it' },
  ];
}
