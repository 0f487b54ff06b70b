import { expect, it } from 'vitest';
import type { ReadProgress } from '../core/intake.ts';
import { examples } from './examples.ts';
import { inspect } from './inspect.ts';

const line = (text: string, label: string) => `${text},${label}\r\n`;
const rows = (label: string, count: number) =>
  Array.from({ length: count }, (_, i) => line(`${label} ${i}`, label)).join('');

async function read(content: string, most = 20_000, signal = new AbortController().signal) {
  const file = new File([content], 'a.csv');
  const { reading } = await inspect({ file, reading: {} });
  const report: (progress: ReadProgress) => void = () => {};
  return examples({ file, reading, text: 0, label: 1, most }, { report, signal });
}

it('makes examples of a file, and counts what it left out', async () => {
  const { examples: found } = await read(
    `text,topic\r\n${rows('late', 8)}${line(' ', 'late')}${line('no label', ' ')}${rows('fine', 7)}`,
  );
  expect(found.labels).toEqual(['late', 'fine']);
  expect(found.texts).toHaveLength(15);
  expect(found.found).toMatchObject({ rows: 17, blank: 2, drawn: 15 });
});

it('draws evenly from more rows than are wanted, in file order, the same each time', async () => {
  const content = `text,topic\r\n${rows('late', 300)}${rows('fine', 300)}`;
  const { examples: found } = await read(content, 100);
  expect(found.found).toMatchObject({ rows: 600, blank: 0, drawn: 100 });
  const late = found.texts.filter((text) => text.startsWith('late')).length;
  expect(late).toBeGreaterThan(30);
  expect(late).toBeLessThan(70);
  const numbers = found.texts.slice(0, late).map((text) => Number(text.split(' ')[1]));
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  expect((await read(content, 100)).examples).toEqual(found);
});

it('says why nothing can be learnt', async () => {
  await expect(read(`text,topic\r\n${rows('late', 30)}`)).rejects.toMatchObject({
    failure: { code: 'examples-one-label' },
  });
});

it('stops when told to', async () => {
  const control = new AbortController();
  control.abort();
  await expect(
    read(`text,topic\r\n${rows('late', 30)}`, 100, control.signal),
  ).rejects.toMatchObject({ name: 'AbortError' });
});
