import { expect, it } from 'vitest';
import type { TrainResult } from '../../../state/learn/train-state.ts';
import { answerers, differenceText, shareText } from './result-text.ts';

const resultOf = (bundled?: TrainResult['bundled']) =>
  ({
    trained: {
      predicted: new Uint8Array(100),
      confusion: [
        [50, 10],
        [5, 35],
      ],
      majority: { label: 0, right: 60 },
    },
    bundled,
    model: { labels: ['late', 'on time'] },
  }) as unknown as TrainResult; // all that is read of it

it('holds the trained model against the most frequent label, text by text', () => {
  const [own, majority] = answerers(resultOf(), 'Bundled');
  expect(own).toEqual({ name: 'Your model', right: 85, of: 100 });
  expect(majority).toMatchObject({ right: 60, only: { trained: 35, other: 10 } });
  expect(differenceText(majority!)).toMatch(
    /^Your model is better than Always “late”: your model alone is right on 35, the other alone on 10; p below 0.001\.$/,
  );
});

it('says so where a difference is not clear, and where it is the wrong way', () => {
  const against = (onlyTrained: number, onlyBundled: number) =>
    differenceText(answerers(resultOf({ right: 84, onlyTrained, onlyBundled }), 'Bundled')[1]!);
  expect(against(6, 5)).toMatch(/^No clear difference to Bundled: .*p = 1.000\.$/);
  expect(against(1, 15)).toMatch(/^Your model is worse than Bundled/);
});

it('gives every share its interval', () => {
  expect(shareText({ right: 85, of: 100 })).toBe('85.0% (76.7 to 90.7%)');
});
