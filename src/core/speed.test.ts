import { expect, it } from 'vitest';
import { measureSpeed } from './speed.ts';

/** An engine with a fixed cost for each call and one for each text, on a clock of its own. */
function engine(perCall: number, perText: number) {
  let clock = 0;
  const lists: number[] = [];
  const score = async (texts: readonly string[]) => {
    lists.push(texts.length);
    clock += perCall + perText * texts.length;
  };
  return { score, lists, now: () => clock };
}

it('times texts alone, and lists that double until the time is over', async () => {
  const { score, lists, now } = engine(5, 1);
  const speed = await measureSpeed(score, ['a', 'b'], now);
  expect(speed.oneTextMs).toBe(6);
  expect(lists.filter((length) => length === 1)).toHaveLength(25); // 150 ms
  expect(lists.slice(25)).toEqual([8, 16, 32, 64, 128, 256]);
  expect(speed.textsPerSecond).toBeCloseTo(256_000 / 261);
});

it('takes no longer list than 512', async () => {
  const { score, lists, now } = engine(1, 0.01);
  await measureSpeed(score, ['a'], now);
  expect(Math.max(...lists)).toBe(512);
});

it('of a very slow engine measures three texts and one list', async () => {
  const { score, lists, now } = engine(0, 1000);
  expect(await measureSpeed(score, ['a'], now)).toEqual({ textsPerSecond: 1, oneTextMs: 1000 });
  expect(lists).toEqual([1, 1, 1, 8]);
});

it('counts the quickest list, not one that something got in the way of', async () => {
  let clock = 0;
  const score = async ({ length }: readonly string[]) =>
    void (clock += length === 64 ? 300 : length);
  const { textsPerSecond } = await measureSpeed(score, ['a'], () => clock);
  expect(textsPerSecond).toBe(1000);
});

it('rejects as the engine does', async () => {
  const score = () => Promise.reject(new Error('lost'));
  await expect(measureSpeed(score, ['a'], () => 0)).rejects.toThrow('lost');
});
