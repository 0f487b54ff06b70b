import { describe, expect, it } from 'vitest';
import { UNLABELLED } from '../../../core/runs.ts';
import { ALWAYS, conditions, DAY_MS } from './filter-text.ts';

const texts = (filter: Parameters<typeof conditions>[0]) =>
  conditions(filter).map(({ text }) => text);

describe('the words for a filter', () => {
  it('are none where nothing is filtered', () => {
    expect(conditions({})).toEqual([]);
  });

  it('name every condition once, with the key that takes it back', () => {
    const filter = {
      labels: ['negative', UNLABELLED],
      predicted: 'neutral',
      given: 'positive',
      agreement: 'disagrees',
      confidence: [0.4, 0.6],
      positive: [0.95, 1],
      groups: ['kitchen', 'garden'],
      dates: [0, DAY_MS],
      flags: ['duplicate', 'empty'],
      corrected: true,
      search: 'cold soup',
    } as const;
    const found = conditions(filter);
    expect(new Set(found.map(({ key }) => key))).toEqual(new Set(Object.keys(filter)));
    expect(found).toHaveLength(Object.keys(filter).length);
  });

  it('say which labels, groups and flags are let through', () => {
    expect(texts({ labels: ['negative', UNLABELLED] })).toEqual(['negative or not scored']);
    expect(texts({ groups: ['a', 'b', 'c'] })).toEqual(['in a, b, or c']);
    expect(texts({ flags: ['foreign'] })).toEqual(['other language']);
  });

  it('give ranges in the units they are chosen in', () => {
    expect(texts({ confidence: [0.335, 0.9] })).toEqual(['confidence 34 to 90%']);
    expect(texts({ positive: [0.5, 0.55] })).toEqual(['P(positive) 0.50 to 0.55']);
  });

  it('name the last day of a period, not the moment after it', () => {
    const [august, september] = [Date.UTC(2026, 7, 1), Date.UTC(2026, 8, 1)];
    expect(texts({ dates: [august, september] })).toEqual(['Aug 1, 2026 to Aug 31, 2026']);
    expect(texts({ dates: [august, august + DAY_MS] })).toEqual(['on Aug 1, 2026']);
    expect(texts({ dates: [august, ALWAYS[1]] })).toEqual(['from Aug 1, 2026']);
    expect(texts({ dates: [ALWAYS[0], september] })).toEqual(['until Aug 31, 2026']);
  });

  it('tell "not corrected" from no condition', () => {
    expect(texts({ corrected: false })).toEqual(['not corrected']);
  });
});
