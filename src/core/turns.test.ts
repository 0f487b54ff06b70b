import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTurns } from './turns.ts';

it('serves one at a time, the lowest rank first, each rank in its own order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 12 }),
      async (ranks) => {
        const { take: inTurn } = createTurns();
        const order: number[] = [];
        let inside = 0;
        const tasks = ranks.map((rank, i) =>
          inTurn(rank, async () => {
            expect(++inside).toBe(1);
            order.push(i);
            await Promise.resolve();
            inside -= 1;
          }),
        );
        await Promise.all(tasks);
        const [, ...rest] = ranks.keys();
        expect(order).toEqual([0, ...rest.sort((a, b) => ranks[a]! - ranks[b]! || a - b)]);
      },
    ),
  );
});

it('goes on after a task that failed', async () => {
  const { take: inTurn } = createTurns();
  const failed = inTurn(0, () => Promise.reject(new Error('no')));
  const next = inTurn(0, () => Promise.resolve('yes'));
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('yes');
  expect(await inTurn(0, () => Promise.resolve('again'))).toBe('again');
});

it('remembers for a while that somebody was in a hurry', async () => {
  const turns = createTurns();
  await turns.take(1, () => Promise.resolve());
  expect(turns.isUrgent()).toBe(false);
  await turns.take(0, () => Promise.resolve());
  expect(turns.isUrgent()).toBe(true);
});
