import { expect, it } from 'vitest';
import { byCascade, cascadeTitle, costText, timesText } from './cascade-text.ts';

it('shortens the time by what everyday reviews gain at most and hard ones at least', () => {
  const exact = { tokens: 1000, tokensPerSecond: 100, lowSeconds: 10, highSeconds: 20 };
  const { lowSeconds, highSeconds } = byCascade(exact, 0.7, undefined);
  expect(lowSeconds).toBeCloseTo(10 * (0.23 + 0.1945));
  expect(highSeconds).toBeCloseTo(20 * (0.23 + 0.3944));
  expect(byCascade(exact, 0.9, 0.5).highSeconds).toBeGreaterThan(20); // two models for nearly every text
});

it('says where a speed comes from, and what is none', () => {
  expect(costText(undefined)).toContain('small takes about 23%');
  expect(costText(0.31)).toContain('on this machine, where small took 31%');
  expect(timesText(2.28)).toBe('2.3 times');
  expect(timesText(0.9)).toBe('no faster');
});

it('names both models and the gate', () => {
  expect(cascadeTitle(0.7)).toBe('Sentiscope small, under 0.70 Sentiscope base');
});
