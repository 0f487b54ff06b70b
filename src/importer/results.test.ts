import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FLAGS, NO_LABEL, NO_WORK, type Run } from '../core/runs.ts';
import { LABELS } from '../core/sentiment.ts';
import { modelNamed } from '../models/named-model.ts';
import { RunsDb } from '../storage/runs-db.ts';
import { inspect } from './inspect.ts';
import { store } from './store.ts';
import { ownMapping } from '../core/intake.ts';

let db: RunsDb;
const context = { report: () => {}, signal: new AbortController().signal };

beforeEach(() => {
  db = new RunsDb('test');
});
afterEach(async () => {
  await db.delete();
});

const fixture = (name: string) =>
  new File([readFileSync(new URL(`../../scale/tests/fixtures/${name}`, import.meta.url))], name);

async function open(file: File) {
  const { reading, mapping, results, columns } = await inspect({ file, reading: {} });
  expect(columns.filter(({ role }) => role).map(({ name }) => name)).toEqual([
    'id',
    'text',
    'label',
  ]);
  const model = modelNamed(results!.model);
  const run: Partial<Run> = { id: 'r', model, status: 'open', done: 0, work: NO_WORK };
  await db.runs.put(run as Run); // only what store looks at
  const order = { file, reading, mapping: ownMapping(mapping, results!), run: 'r' };
  await store(db, { ...order, results: results! }, context);
  const [sources, scores] = [await db.sources.toArray(), await db.scores.toArray()];
  return { source: sources[0]!, scores: scores[0]!, run: (await db.runs.get('r'))! };
}

it.each(['spark.parquet', 'page.csv'])('stores the rows and results of %s', async (name) => {
  const { source, scores, run } = await open(fixture(name));
  expect(run).toMatchObject({ rows: 55, done: 55, read: true });
  expect(run.model.title).toBe('Sentiscope small');
  expect(source.cells).toHaveLength(3); // its own
  expect(source.texts).toContain('=SUM(A1:A9) is all it shows. Useless app.');
  expect(source.texts).toContain("'Great' they said. It was not.");
  expect([...source.flags].filter((bits) => bits & FLAGS.empty)).toHaveLength(2);
  const scored = scores.tokens.findIndex((_, i) => source.texts[i]!.startsWith('Grumpy owner'));
  expect(scores.probabilities[scored * 3]).toBeCloseTo(0.757, 2);
  expect(scores.tokens[scored]).toBe(26);
  expect(Math.max(...scores.windows)).toBe(3);
  expect(source.given[scored]).toBe(LABELS.indexOf('negative'));
});

const HEAD =
  'text,sentiscope_predicted,sentiscope_negative,sentiscope_neutral,sentiscope_positive,sentiscope_corrected,sentiscope_tokens,sentiscope_windows,sentiscope_model';
const GOOD = 'It is fine by me.,positive,0.1,0.2,0.7,negative,5,1,m q8 1';

async function openLines(...lines: string[]) {
  const file = new File([[HEAD, GOOD, ...lines].join('\n')], 'a.csv');
  const { reading, results } = await inspect({ file, reading: {} });
  const run: Partial<Run> = { id: 'r', model: modelNamed(results!.model), done: 0 };
  await db.runs.put(run as Run); // only what store looks at
  const order = { file, reading, mapping: { text: 0, labels: {} }, run: 'r' };
  await store(db, { ...order, results: results! }, context);
}

it('keeps corrections, and rows that were never scored as such', async () => {
  await openLines('Never scored that one.,,,,,,,,m q8 1');
  expect(await db.corrections.toArray()).toEqual([{ run: 'r', row: 0, label: 'negative' }]);
  expect(await db.runs.get('r')).toMatchObject({ rows: 2, done: 1 });
  const [scores] = await db.scores.toArray();
  expect(scores!.probabilities[3]).toBeNaN();
  expect((await db.sources.toArray())[0]!.given[0]).toBe(NO_LABEL);
});

it.each([
  ['another model', 'It is bad.,negative,0.7,0.2,0.1,,5,1,m q8 2'],
  ['probabilities that are none', 'It is bad.,negative,0.7,0.2,0.4,,5,1,m q8 1'],
  ['a missing probability', 'It is bad.,negative,0.7,,0.3,,5,1,m q8 1'],
  ['no tokens', 'It is bad.,negative,0.7,0.2,0.1,,,1,m q8 1'],
])('refuses %s, naming the row', async (_, line) => {
  await expect(openLines(line)).rejects.toMatchObject({
    failure: {
      code: 'results-file',
      subject: 'a.csv',
      detail: expect.stringMatching(/^row 2: /) as string,
    },
  });
});
