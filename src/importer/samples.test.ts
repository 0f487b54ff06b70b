import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { inspect } from './inspect.ts';
import { survey } from './survey.ts';

const context = { report: () => {}, signal: new AbortController().signal };

for (const [name, roles, duplicates] of [
  ['reviews.csv', ['id', 'text', 'label', 'group', 'date'], 0],
  ['reviews-hard.csv', ['id', 'text', 'label', 'group'], 0],
] as const)
  it(`reads the sample ${name} as it is meant`, async () => {
    const bytes = await readFile(new URL(`../../public/samples/${name}`, import.meta.url));
    for (const called of [name, 'x']) {
      const file = new File([bytes], called);
      const found = await inspect({ file, reading: {} });
      expect(found.columns.map(({ role }) => role)).toEqual(roles);
      expect(found.reading).toEqual({
        format: 'csv',
        gzip: false,
        encoding: 'utf-8',
        delimiter: ',',
        quote: '"',
        header: true,
      });
      expect(found.problems.total).toBe(0);
      expect(found.rows).toHaveLength(50);
      const counted = await survey(
        { file, reading: found.reading, mapping: found.mapping },
        context,
      );
      expect(counted).toMatchObject({ rows: 1000, empty: 0, duplicates, foreign: 0 });
      expect(counted.sample).toHaveLength(48);
    }
  });
