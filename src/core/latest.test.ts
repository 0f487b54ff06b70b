import fc from 'fast-check';
import { expect, it } from 'vitest';
import { latest } from './latest.ts';

const tick = () => new Promise((resolve) => setTimeout(resolve));

it('runs the first and the last of any burst, in order, never two at once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(), { minLength: 1, maxLength: 20 }), async (burst) => {
      const ran: number[] = [];
      let running = 0;
      const ask = latest(async (input: number) => {
        expect(++running).toBe(1);
        ran.push(input);
        await Promise.resolve();
        running -= 1;
      });
      burst.forEach(ask);
      await tick();
      expect(ran).toEqual(burst.length === 1 ? burst : [burst[0], burst.at(-1)]);
    }),
    { numRuns: 30 },
  );
});

it('goes on after it has been idle', async () => {
  const ran: string[] = [];
  const ask = latest(async (input: string) => void ran.push(input));
  ask('a');
  await tick();
  ask('b');
  await tick();
  expect(ran).toEqual(['a', 'b']);
});
