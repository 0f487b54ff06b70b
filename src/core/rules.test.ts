import { expect, it } from 'vitest';
import { ownColumns } from '../archive/export/schema.ts';
import { FLAGS, type RunModel } from './runs.ts';
import rules from './rules.json';
import { LABELS } from './sentiment.ts';

const MODEL: RunModel = {
  key: 'k',
  id: 'm',
  title: 'M',
  device: 'wasm',
  dtype: 'q8',
  uncertainBelow: 0.6,
};

it('gives scale/ the labels and flags of the page', () => {
  expect(rules.labels).toEqual(LABELS);
  expect(rules.flags).toEqual(FLAGS);
});

it('gives scale/ the columns of the export, in order', () => {
  const columns = ownColumns({ columns: [], model: MODEL }).map(({ name, type }) => [name, type]);
  expect(columns).toEqual(
    Object.entries(rules.exported).map(([name, type]) => [`sentiscope_${name}`, type]),
  );
});
