import { expect, it } from 'vitest';
import { growList, padList } from './grown-list.ts';

it('counts cells, padding and bytes of a padded list', () => {
  expect(padList([4, 10, 6], 384)).toEqual({
    texts: 3,
    columns: 10,
    tokens: 20,
    padding: expect.closeTo(1 / 3) as number,
    inputBytes: 2 * 8 * 30,
    featureBytes: 4 * 30 * 384,
    logitBytes: 36,
  });
});

it('has no padding for a text alone', () => {
  expect(padList([7], 384)).toMatchObject({ columns: 7, padding: 0 });
});

it('takes ten thousand texts', () => {
  expect(padList(new Uint32Array(10_000).fill(12), 384).columns).toBe(12);
});

it('grows a list by others, and by itself again', () => {
  expect(growList(['a'], ['x', 'y'], 5)).toEqual(['a', 'x', 'y', 'a', 'x']);
  expect(growList(['a', 'b', 'c'], [], 2)).toEqual(['a', 'b']);
});
