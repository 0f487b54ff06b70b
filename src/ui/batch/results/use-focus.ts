import { useMemo, useState } from 'react';
import type { Summary } from '../../../core/runs.ts';
import { firstFocus, focusOn, type Focus } from './focus.ts';

/** The label a card is about: at first positive or the most frequent one, then whichever is chosen. */
export function useFocus(
  labels: readonly string[],
  summary: Summary,
): [Focus, (label: string) => void] {
  const [chosen, choose] = useState<string>();
  const label = chosen ?? firstFocus(labels, summary).label;
  return [useMemo(() => focusOn(label, labels), [label, labels]), choose];
}
