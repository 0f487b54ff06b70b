import { describe, expect, it } from 'vitest';
import type { Inspection, Survey } from '../../../core/intake.ts';
import type { Draft } from '../../../state/intake-state.ts';
import { readingSummary } from './reading-text.ts';
import { startText, whyNot } from './start-text.ts';
import { stateText } from './state-text.ts';

const NO_PROBLEMS = { total: 0, skipped: 0, listed: [] };
const SURVEY = { rows: 10_000, empty: 2, problems: NO_PROBLEMS } as unknown as Survey; // all that is read of it

const draft = (change: Partial<Draft> = {}) =>
  ({
    phase: 'draft',
    file: { name: 'a.csv' },
    inspection: { columns: [{ name: 'text' }] },
    mapping: { text: 0, labels: {} },
    survey: { phase: 'done', survey: SURVEY },
    estimate: { phase: 'none' },
    ...change,
  }) as Draft; // all that is read of it

const counted = (change: Partial<Survey>) =>
  draft({ survey: { phase: 'done', survey: { ...SURVEY, ...change } } });

describe('the start button', () => {
  it('says how many rows are scored, and that some could not be read', () => {
    expect(startText(counted({}))).toBe('Score 9,998 rows');
    expect(startText(counted({ rows: 3 }))).toBe('Score 1 row');
    const skipped = { total: 2, skipped: 2, listed: [] };
    expect(startText(counted({ problems: skipped }))).toBe(
      'Score the 9,998 rows that could be read',
    );
  });

  it('promises no number before everything is counted', () => {
    expect(startText(draft({ survey: { phase: 'running', progress: undefined } }))).not.toMatch(
      /\d/,
    );
  });
});

describe('whyNot', () => {
  it('is silent where nothing is in the way', () => {
    expect(whyNot(draft(), false)).toBeUndefined();
  });

  it('names what is in the way', () => {
    expect(whyNot(draft(), true)).toMatch(/No model/);
    expect(whyNot(draft({ mapping: { text: -1, labels: {} } }), false)).toMatch(/text column/);
    expect(whyNot(counted({ rows: 2 }), false)).toMatch(/nothing to score/);
  });
});

describe('readingSummary', () => {
  const summary = (reading: Inspection['reading'], encodingFrom?: Inspection['encodingFrom']) =>
    readingSummary({ reading, encodingFrom } as Inspection); // all that is read of it

  it('says what was found out, and what of it is a guess', () => {
    const reading = { format: 'csv', gzip: true, delimiter: '\t', header: false } as const;
    expect(summary({ ...reading, encoding: 'windows-1252' }, 'guess')).toEqual([
      'CSV, gzip',
      'Tab between cells',
      'No row of names',
      'Windows-1252 (Western European), a guess',
    ]);
  });

  it('leaves out what is none of the format’s business', () => {
    expect(summary({ format: 'parquet', gzip: false, header: true })).toEqual(['Parquet']);
  });
});

describe('stateText', () => {
  it('does not change with every byte that is counted', () => {
    const at = (bytes: number) =>
      stateText(
        draft({ survey: { phase: 'running', progress: { bytes, totalBytes: 9, rows: bytes } } }),
      );
    expect(at(1)).toBe(at(8));
  });

  it('says the time once it is measured', () => {
    const estimate = { tokens: 1, tokensPerSecond: 1, lowSeconds: 170, highSeconds: 230 };
    expect(stateText(draft(), estimate)).toBe(
      '10,000 rows counted. Scoring them takes about 2 to 4 min.',
    );
  });
});
