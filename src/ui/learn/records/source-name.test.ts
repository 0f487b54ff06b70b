import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BUNDLED } from '../../../models/catalogue.ts';
import { isOurs, sourceName } from './source-name.ts';

const read = <T>(id: string, file: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../../public/models/${id}/${file}`, import.meta.url), 'utf8'),
  ) as T;

it.each(BUNDLED)('has a short name of its own for every set of texts of $id', ({ id }) => {
  const sets = Object.keys(read<object>(id, 'metrics.json')).filter(
    (key) => !/^deviation/.test(key),
  );
  const dev = read<{ dev?: object }[]>(id, 'training.json').flatMap(({ dev = {} }) =>
    Object.keys(dev),
  );
  for (const set of [...sets, ...dev]) {
    expect(sourceName(set)).not.toBe(set);
    expect(sourceName(set).length).toBeLessThanOrEqual(27);
  }
  expect(new Set(sets.map(sourceName)).size).toBe(sets.length);
  expect(sets.filter(isOurs)).toHaveLength(2);
});

it('leaves a name that it does not know', () => expect(sourceName('new.test')).toBe('new.test'));
