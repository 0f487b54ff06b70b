import { describe, expect, it } from 'vitest';
import { AppError } from '../../core/failure.ts';
import type { Intake } from '../../core/intake.ts';
import type { Asks } from '../../core/wire.ts';
import { createAppStore } from '../store.ts';
import { madeExamples, madeInspection } from './made-training.ts';
import { examplesIn, trainDataActions } from './train-data.ts';

type Importer = Pick<Asks<Intake>, 'inspect' | 'examples'>;
const problems = { total: 0, skipped: 0, listed: [] };

function setUp(fakes: Partial<Importer> = {}) {
  const asked: Intake['examples']['input'][] = [];
  const store = createAppStore();
  const importer: Importer = {
    inspect: async () => madeInspection(),
    examples: async (input) => {
      asked.push(input);
      return { examples: madeExamples(['a', 'b', 'c']), problems };
    },
    ...fakes,
  };
  const fetchSample = async (name: string) => new File(['x'], name);
  const actions = trainDataActions({ store, importer, fetchSample });
  const data = () => store.getState().trainSetup.data;
  return { ...actions, store, asked, data };
}

const file = (name = 'a.csv') => new File(['x'], name);
const failing = (code: 'file-empty' | 'examples-few') => () =>
  Promise.reject(new AppError({ code, detail: 'test' }));

it('reads the columns that the file’s own look tells', async () => {
  const { openFile, data, asked } = setUp();
  await openFile(file());
  expect(asked).toMatchObject([{ text: 0, label: 1 }]);
  expect(data()).toMatchObject({ phase: 'open', content: { phase: 'ready' } });
  expect(examplesIn(data())).toMatchObject({ file: 'a.csv', column: 'label' });
});

it('takes a column that groups the rows where none holds sentiment', async () => {
  const mapping = { text: 0, group: 2, labels: {} };
  const { openFile, asked } = setUp({ inspect: async () => madeInspection({ mapping }) });
  await openFile(file());
  expect(asked).toMatchObject([{ text: 0, label: 2 }]);
});

it('waits for a choice where a column is not known, or is both', async () => {
  const mapping = { text: -1, labels: {} };
  const { openFile, chooseColumns, data, asked } = setUp({
    inspect: async () => madeInspection({ mapping }),
  });
  await openFile(file());
  expect(data()).toMatchObject({ text: undefined, content: { phase: 'unread' } });
  await chooseColumns({ text: 1, label: 1 });
  expect(data()).toMatchObject({ content: { phase: 'unread' } });
  expect(asked).toEqual([]);
  expect(() => examplesIn(data())).toThrow(AppError);
  await chooseColumns({ text: 0 });
  expect(data()).toMatchObject({ content: { phase: 'ready' } });
});

it('opens a sample with the column and the number of labels asked for', async () => {
  const { openSample, data, asked, store } = setUp();
  await openSample('reviews.csv', { label: 'topic', mostLabels: 2 });
  expect(asked).toMatchObject([{ label: 2 }]);
  expect(store.getState().trainSetup.mostLabels).toBe(2);
  expect(examplesIn(data()).examples.labels).toEqual(['a', 'b']);
});

it('keeps fewer labels, and takes them back, without reading again', async () => {
  const { openFile, keepLabels, data, asked } = setUp();
  await openFile(file());
  const all = examplesIn(data()).examples;
  keepLabels(2);
  expect(examplesIn(data()).examples.labels).toEqual(['a', 'b']);
  keepLabels(3);
  expect(examplesIn(data()).examples).toBe(all);
  expect(asked).toHaveLength(1);
});

describe('a failure', () => {
  it('of the file refuses it', async () => {
    const { openFile, data } = setUp({ inspect: failing('file-empty') });
    await openFile(file());
    expect(data()).toMatchObject({ phase: 'refused', failure: { code: 'file-empty' } });
  });

  it('of the columns leaves the file open for other ones', async () => {
    const { openFile, data } = setUp({ examples: failing('examples-few') });
    await openFile(file());
    expect(data()).toMatchObject({
      phase: 'open',
      content: { phase: 'failed', failure: { code: 'examples-few' } },
    });
  });

  it('of a file that was replaced is no news', async () => {
    let refuse: (error: Error) => void = () => {};
    const { openFile, data } = setUp({
      inspect: ({ file: { name } }) =>
        name === 'slow.csv'
          ? new Promise((_, reject) => (refuse = reject))
          : Promise.resolve(madeInspection()),
    });
    const slow = openFile(file('slow.csv'));
    await openFile(file('quick.csv'));
    refuse(new Error('too late'));
    await slow;
    expect(data()).toMatchObject({ phase: 'open', file: { name: 'quick.csv' } });
  });
});
