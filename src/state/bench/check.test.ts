import { describe, expect, it } from 'vitest';
import type { Alone } from './alone.ts';
import { createCheck } from './check.ts';

const ALONE: Alone = {
  probabilities: Float32Array.of(0.8, 0.1, 0.1, 0.1, 0.1, 0.8, 0.4, 0.35, 0.25),
  labels: [0, 2, 0],
  tokens: [5, 5, 5],
};
const GIVEN = [0, 2, 1] as const;
const strict = () => createCheck(ALONE, GIVEN, { strict: true, tolerance: 0.1 });
const lenient = () => createCheck(ALONE, GIVEN, { strict: false, tolerance: 0.1 });

describe('checking timed answers', () => {
  it('finds nothing in answers within the tolerance, and counts what flips all the same', () => {
    const check = strict();
    check.add([0, 1, 2], ALONE.probabilities);
    check.add([2], Float32Array.of(0.35, 0.4, 0.25));
    expect(check.fault()).toBeUndefined();
    expect(check.read()).toEqual({
      answers: 4,
      texts: 3,
      largest: expect.closeTo(0.05, 5) as number,
      beyond: 0,
      flips: 1,
      labelled: 3,
      correct: 3, // by the last answer
      correctAlone: 2,
    });
  });

  it('counts a text that flips now and then once', () => {
    const check = lenient();
    for (let i = 0; i < 3; i++) {
      check.add([0], Float32Array.of(0.1, 0.8, 0.1));
      check.add([0], Float32Array.of(0.8, 0.1, 0.1));
    }
    expect(check.read()).toMatchObject({ answers: 6, texts: 1, beyond: 3, flips: 1, correct: 1 });
  });

  it('leaves texts without a given label out of what is right', () => {
    const check = createCheck(ALONE, [null, 2, null], { strict: true, tolerance: 0 });
    check.add([0, 1, 2], ALONE.probabilities);
    expect(check.read()).toMatchObject({ labelled: 1, correct: 1, correctAlone: 1 });
  });

  it('takes a single answer beyond the tolerance as a fault, where nothing may move it', () => {
    const check = strict();
    check.add([0], ALONE.probabilities.slice(0, 3));
    check.add([1], Float32Array.of(0.25, 0.1, 0.65));
    expect(check.fault()).toContain('1 of 2');
  });

  it('takes NaN and missing probabilities as a fault', () => {
    const nan = strict();
    nan.add([0], Float32Array.of(NaN, 0.1, 0.1));
    const missing = strict();
    missing.add([0, 1], ALONE.probabilities.slice(0, 3));
    expect([nan.fault(), missing.fault()]).not.toContain(undefined);
    expect(nan.read().largest).toBe(1);
  });
});

describe('checking answers in company', () => {
  const N = 200;
  const many: Alone = {
    probabilities: Float32Array.from({ length: N * 3 }, (_, i) => [0.8, 0.1, 0.1][i % 3]!),
    labels: Array.from({ length: N }, () => 0),
    tokens: Array.from({ length: N }, () => 5),
  };
  const withMoved = (share: number, repeats = 1) => {
    const check = createCheck(many, many.labels, { strict: false, tolerance: 0.1 });
    for (let repeat = 0; repeat < repeats; repeat++)
      for (let text = 0; text < N; text++) {
        const moved = text < share * N;
        check.add([text], moved ? Float32Array.of(0.1, 0.1, 0.8) : Float32Array.of(0.8, 0.1, 0.1));
      }
    return check;
  };

  it('lets one in ten move, and a few more, which chance may bring', () => {
    expect(withMoved(0.1).fault()).toBeUndefined();
    expect(withMoved(0.13).fault()).toBeUndefined();
  });

  it('finds a fault where clearly more than one in ten moves', () => {
    expect(withMoved(0.2).fault()).toContain('40 of 200');
  });

  it('gains no certainty from the same texts over and over', () => {
    expect(withMoved(0.13, 20).fault()).toBeUndefined();
  });
});
