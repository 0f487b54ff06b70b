import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  CANDIDATES,
  cascadeModel,
  expectedOf,
  FIRST_GATE,
  GATES,
  nearestGate,
  SETS,
} from './cascade.ts';
import { BASE, SMALL } from './catalogue.ts';
import { keyOf } from './chosen.ts';
import { modelNamed } from './named-model.ts';

const calibration = JSON.parse(
  readFileSync(
    new URL('../../public/models/sentiscope-small/calibration.json', import.meta.url),
    'utf8',
  ),
) as {
  texts: number;
  cascade: { thresholds: { topProbability: number; shareToBase: number; agreement: number }[] };
};

describe('the curve', () => {
  it('says of mixed texts what the model’s calibration says', () => {
    for (const under of GATES) {
      const point = calibration.cascade.thresholds.find((each) => each.topProbability === under)!;
      const { texts, sentOn, agreement } = expectedOf('mixed', under);
      expect({ texts, sentOn }).toEqual({ texts: calibration.texts, sentOn: point.shareToBase });
      expect(agreement.share).toBeCloseTo(point.agreement, 4);
    }
  });

  it.each(SETS)('trades speed for agreement all the way: %s', (set) => {
    const points = GATES.map((under) => expectedOf(set, under));
    for (const [i, point] of points.entries()) {
      const before = points[i - 1] ?? point;
      expect(point.sentOn).toBeGreaterThanOrEqual(before.sentOn);
      expect(point.agreement.share).toBeGreaterThanOrEqual(before.agreement.share);
      expect(point.speedUp).toBeLessThanOrEqual(before.speedUp);
      expect(point.agreement.low).toBeLessThan(point.agreement.share);
    }
  });

  it('starts at a gate that gives 97.5 % of the labels and twice the speed on everyday reviews', () => {
    const { agreement, speedUp } = expectedOf('everyday', FIRST_GATE);
    expect(agreement.share).toBeGreaterThanOrEqual(0.975);
    expect(speedUp).toBeGreaterThan(2);
  });

  it('follows the speeds of the machine', () => {
    expect(expectedOf('everyday', 0.7, 0.1).speedUp).toBeGreaterThan(
      expectedOf('everyday', 0.7, 0.4).speedUp,
    );
  });

  it('has every gate that was tried at the same shares', () => {
    expect(CANDIDATES[0]!.name).toBe('top');
    for (const { shares, agreement } of CANDIDATES) expect(agreement.length).toBe(shares.length);
  });
});

it('takes the nearest gate for what a slider gives', () => {
  expect(nearestGate(0.7200000000000001)).toBe(0.72);
  expect(nearestGate(0)).toBe(GATES[0]);
  expect(nearestGate(2)).toBe(GATES.at(-1));
});

it('names a run’s model by both models and the gate, as scale/ does', () => {
  const model = cascadeModel({ under: 0.7, check: 0.1 });
  const accurate = keyOf(BASE, 'q8', 'kernel');
  expect(model.key).toBe(`${keyOf(SMALL, 'q8', 'kernel')} under 0.7 ${accurate}`);
  expect(model).toMatchObject({
    id: BASE.id,
    title: 'Sentiscope small, under 0.7 Sentiscope base',
    uncertainBelow: BASE.uncertainBelow,
    cascade: { accurate, under: 0.7, check: 0.1 },
  });
  expect(modelNamed(model.key).title).toBe(model.title);
  expect(cascadeModel({ under: 0.72, check: 0.1 }).key).not.toBe(model.key);
});
