import { expect, it } from 'vitest';
import { madeResult } from '../../../core/bench/made-result.ts';
import { readFigures } from '../../../core/bench/read-figures.ts';
import { figureOf } from './find-truth.ts';

const figures = readFigures(madeResult());

it('reads the ratio, the winner and the largest part from the newest benchmark', () => {
  const [{ ratio, realTime }] = figures.headlines as [(typeof figures.headlines)[number]];
  expect(figureOf({ ask: 'ratio' }, figures)).toEqual({
    value: ratio!.value,
    evidence: [ratio!.low, ratio!.high],
  });
  const winner = !ratio!.clear ? 'unclear' : ratio!.value > 1 ? 'batch' : 'real time';
  expect(figureOf({ ask: 'winner' }, figures)?.value).toBe(winner);
  const part = figureOf({ ask: 'part' }, figures)!;
  expect(part.evidence[0]).toBe(Math.max(...Object.values(realTime.parts)));
});

it('has no answer where a benchmark did not compare', () => {
  expect(figureOf({ ask: 'ratio' }, { ...figures, headlines: [] })).toBeUndefined();
});
