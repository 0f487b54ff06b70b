import { describe, expect, it } from 'vitest';
import { findResults } from './results-file.ts';
import { ownMapping } from './intake.ts';

const NAMES =
  'label predicted negative neutral positive confidence corrected given flags tokens windows row model'.split(
    ' ',
  );
const ours = (ending = '') => NAMES.map((name) => `sentiscope_${name}${ending}`);

describe('findResults', () => {
  it('finds the columns of an export behind the file’s own', () => {
    const found = findResults(['id', 'text', ...ours()])!;
    expect(found.own).toEqual([0, 1]);
    expect(found.places).toMatchObject({ predicted: 3, negative: 4, model: 14, given: 9 });
  });

  it('takes the later results of a file that was scored twice; the earlier ones are columns of its own', () => {
    const found = findResults(['text', ...ours(), ...ours('_2')])!;
    expect(found.places.predicted).toBe(15);
    expect(found.own).toEqual(Array.from({ length: 14 }, (_, i) => i));
  });

  it('does without what can be left out, and without nothing else', () => {
    const few = ours().filter((name) => !/corrected|given|row|confidence|label$/.test(name));
    expect(findResults(['text', ...few])).toBeDefined();
    expect(findResults(['text', ...few.slice(1)])).toBeUndefined();
    expect(findResults(['text', 'label'])).toBeUndefined();
  });
});

it('counts a mapping in the file’s own columns, without roles of ours', () => {
  const found = findResults([...ours(), 'id', 'text', 'stars'])!;
  const mapping = { text: 14, label: 15, id: 0, labels: { '5': 'positive' } };
  expect(ownMapping(mapping, found)).toEqual({ text: 1, label: 2, labels: mapping.labels });
  expect(ownMapping({ text: 0, labels: {} }, found).text).toBe(-1);
});
