import { expect, it } from 'vitest';
import { BANK } from '../../../core/learn/quiz/bank.ts';
import { isChecked } from '../../../core/learn/quiz/question.ts';
import { viewAt } from '../../views.ts';
import { placeOf } from './places.ts';

it('knows every place that the bank sends a reader to', () => {
  const places = BANK.flatMap((each) =>
    isChecked(each) ? [each.read, each.instead.read] : [each.read],
  );
  for (const place of new Set(places)) {
    const { title, href } = placeOf(place);
    expect(title.split(': ')[0]).toBe(viewAt(href.slice(1)).title);
  }
});
