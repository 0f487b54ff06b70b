import { describe, expect, it } from 'vitest';
import { addCascades, cascadeFigures, checkShare, type CascadeWork } from './cascade.ts';

const WORK: CascadeWork = {
  texts: 1000,
  sentOn: 200,
  tokens: 30_000,
  sentOnTokens: 6000,
  tokenizeMs: 50,
  smallMs: 1000,
  accurateMs: 1000,
  checked: 100,
  agreed: 97,
  checkedTokens: 3000,
  checkMs: 500,
};

describe('cascadeFigures', () => {
  it('counts what was sent on as agreeing, and the rest as far as it was checked', () => {
    const { sentOn, agreement } = cascadeFigures(WORK);
    expect(sentOn).toBe(0.2);
    expect(agreement.share).toBeCloseTo(0.2 + 0.8 * 0.97);
    expect(agreement.low).toBeGreaterThan(0.2 + 0.8 * 0.91);
    expect(agreement.high).toBeLessThan(1);
  });

  it('sets the run against the accurate model alone, checks left out', () => {
    const { speedUp, cost } = cascadeFigures(WORK);
    const perToken = 1500 / 9000;
    expect(speedUp).toBeCloseTo((50 + 30_000 * perToken) / 2050);
    expect(cost).toBeCloseTo(1000 / 30_000 / perToken);
  });

  it('knows the agreement where everything was sent on, and nothing of it where nothing was checked', () => {
    const all = { ...WORK, sentOn: 1000, checked: 0, agreed: 0 };
    expect(cascadeFigures(all).agreement).toEqual({ share: 1, low: 1, high: 1 });
    expect(cascadeFigures({ ...WORK, checked: 0, agreed: 0 }).agreement.share).toBeNaN();
  });

  it('states no speed that was not measured', () => {
    const none = { sentOn: 0, sentOnTokens: 0, accurateMs: 0, checked: 0, agreed: 0 };
    const { speedUp } = cascadeFigures({ ...WORK, ...none, checkedTokens: 0, checkMs: 0 });
    expect(speedUp).toBeNaN();
  });
});

it('adds up field by field', () => {
  const sum = addCascades(WORK, WORK);
  expect(sum).toEqual(Object.fromEntries(Object.entries(WORK).map(([key, n]) => [key, 2 * n])));
});

describe('checkShare', () => {
  it.each([
    [50, 1],
    [1000, 0.1],
    [4000, 0.05],
    [100_000, 0.004],
  ])('of %d rows is %d', (rows, share) => {
    expect(checkShare(rows)).toBeCloseTo(share);
  });

  it('is small where the rows are not counted', () => {
    expect(checkShare(undefined)).toBeLessThan(0.02);
  });
});
