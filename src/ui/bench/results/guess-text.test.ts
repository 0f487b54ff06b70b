import { expect, it } from 'vitest';
import { guessText } from './guess-text.ts';

const measured = { value: 1.1, low: 1.05, high: 1.15, rounds: 8, clear: true };
const unclear = { value: 1.02, low: 0.95, high: 1.08, rounds: 8, clear: false };

it('puts guess and measurement side by side', () => {
  expect(guessText(5, measured)).toEqual({
    guessed: 'You said batch is 5 times as fast.',
    measured: 'Measured: batch is 1.10 times as fast (95% interval 1.05 to 1.15).',
    verdict: 'Right about which is faster. You expected more of batch. Off by a factor of 4.55.',
  });
});

it('turns a guess under 1 round', () => {
  expect(guessText(0.5, measured).guessed).toBe('You said real time is 2 times as fast.');
  expect(guessText(0.5, measured).verdict).toBe(
    'You expected less of batch. Off by a factor of 2.2.',
  );
});

it('calls a guess inside the interval as good as the run can tell', () => {
  expect(guessText(1.12, measured).verdict).toMatch(/^Inside the interval/);
  expect(guessText(1, unclear)).toMatchObject({
    guessed: 'You said both take the same time.',
    verdict: expect.stringMatching(/^Inside the interval/) as string,
  });
});

it('tells close from far', () => {
  expect(guessText(1.2, measured).verdict).toMatch(/Close, but outside/);
});

it('calls nobody right about which is faster where nothing was clear', () => {
  expect(guessText(2, unclear).verdict).not.toMatch(/Right about/);
});

it('holds a guess against nothing where batch was not measured', () => {
  expect(guessText(2, undefined).measured).toBe('Not measured.');
});
