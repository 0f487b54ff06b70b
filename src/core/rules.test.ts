import { expect, it } from 'vitest';
import { ownColumns } from '../archive/export/schema.ts';
import { FLAGS } from './runs.ts';
import rules from './rules.json';
import { LABELS } from './sentiment.ts';

it('gives scale/ the labels and flags of the page', () => {
  expect(rules.labels).toEqual(LABELS);
  expect(rules.flags).toEqual(FLAGS);
});

it('gives scale/ the columns of the export, in order', () => {
  const columns = ownColumns({ columns: [] }).map(({ name, type }) => [name, type]);
  expect(columns).toEqual(
    Object.entries(rules.exported).map(([name, type]) => [`sentiscope_${name}`, type]),
  );
});
