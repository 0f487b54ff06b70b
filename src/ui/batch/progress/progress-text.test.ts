import { describe, expect, it } from 'vitest';
import { NO_WORK, type Run } from '../../../core/runs.ts';
import { cascadeText, figures, rangeText, rowsText, yieldText } from './progress-text.ts';

const run = (change: Partial<Run>): Run =>
  ({ rows: 1000, done: 250, read: true, work: NO_WORK, ...change }) as Run; // all that is read of it

it('says "about" for the rows of a file as long as it is being read', () => {
  expect(rowsText(run({}), undefined)).toBe('250 of 1,000 rows');
  expect(rowsText(run({ read: false }), undefined)).toBe('250 of about 1,000 rows');
});

it('gives a range of two digits, or one figure where both ends read the same', () => {
  expect(rangeText([61.2, 128.4])).toBe('1 min to 2 min 10 s');
  expect(rangeText([3.1, 3.3])).toBe('3 s');
  expect(rangeText([4000, 4100])).toBe('1 h 10 min');
});

it('states padding as a share of all cells, and none where nothing was scored', () => {
  const note = (work: Partial<Run['work']>) =>
    figures(run({ work: { ...NO_WORK, ...work } }), undefined)[1]!.note;
  expect(note({ tokens: 75, paddedTokens: 100 })).toBe('25.0% padding beside them');
  expect(note({})).toBe('0.0% padding beside them');
});

it('tells what live typing was given only where there was some', () => {
  expect(yieldText({ requests: 0, ms: 0 })).toMatch(/whenever there is any/);
  expect(yieldText({ requests: 12, ms: 340 })).toBe(
    'Live typing went first 12 times and took 340 ms from this run.',
  );
});

describe('what a cascade came to', () => {
  const cascade = {
    ...{ texts: 1000, sentOn: 200, tokens: 30_000, sentOnTokens: 6000, tokenizeMs: 0 },
    ...{ smallMs: 1000, accurateMs: 1000, checked: 100, agreed: 97 },
    ...{ checkedTokens: 3000, checkMs: 500 },
  };
  const text = (change: Partial<typeof cascade>) =>
    cascadeText({ ...NO_WORK, cascade: { ...cascade, ...change } });

  it('is said with what it stands on', () => {
    expect(text({})).toBe(
      'Cascade: the accurate model read 20.0% of the texts. About 97.6% (93.2 to 99.2%) of all labels are those it gives alone: ' +
        'of 100 other texts that it read as a check, 97 got the same label. It was 2.5 times as fast as the accurate model alone.',
    );
    const names = figures(run({ work: { ...NO_WORK, cascade } }), undefined).map(
      ({ name }) => name,
    );
    expect(names).toContain('Same label as by it alone');
  });

  it('claims nothing that was not measured', () => {
    expect(text({ checked: 0, agreed: 0 })).toMatch(/nothing is known/);
    expect(text({ sentOn: 1000, checked: 0 })).not.toMatch(/About|nothing is known/);
    expect(cascadeText(NO_WORK)).toBeUndefined();
  });
});
