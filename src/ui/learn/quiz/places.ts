import type { Place } from '../../../core/learn/quiz/question.ts';
import { addressOf } from '../address.ts';
import { parts } from '../parts.ts';

const VIEWS: Partial<Record<Place, string>> = {
  live: 'Live',
  batch: 'Score a file',
  benchmark: 'Benchmark',
};

/** The name of a view or of a part of Learn, and its address. */
export function placeOf(place: Place): { title: string; href: string } {
  const view = VIEWS[place];
  if (view) return { title: view, href: `#/${place}` };
  const part = parts.find(({ id }) => id === place)!; // see places.test
  return { title: `Learn: ${part.title}`, href: `#${addressOf(place)}` };
}
