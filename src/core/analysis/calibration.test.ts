import { expect, it } from 'vitest';
import { createCalibration } from './calibration.ts';

it('weighs the distance between confidence and accuracy by reviews', () => {
  const calibration = createCalibration();
  for (const correct of [true, true, true, false]) calibration.add(0.95, correct);
  for (const correct of [true, false]) calibration.add(0.55, correct);
  const { calibration: bins, ece } = calibration.read();
  expect(bins.map(({ from, to, reviews }) => [from, to, reviews])).toEqual([
    [0.5, 0.6, 2],
    [0.9, 1, 4],
  ]);
  expect(bins[1]!.confidence).toBeCloseTo(0.95);
  expect(bins[1]!.accuracy.share).toBe(0.75);
  expect(ece).toBeCloseTo((4 / 6) * 0.2 + (2 / 6) * 0.05);
});

it('puts a probability of 1 into the last bin', () => {
  const calibration = createCalibration();
  calibration.add(1, true);
  expect(calibration.read()).toMatchObject({ calibration: [{ from: 0.9, to: 1 }], ece: 0 });
});

it('has no error where nothing was judged', () => {
  expect(createCalibration().read()).toEqual({ calibration: [], ece: 0 });
});
