import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../core/intake.ts';
import { problemsSummary, problemText } from './problem-text.ts';

const KINDS = Object.keys({
  'ragged-row': 1,
  'broken-quote': 1,
  'bad-json': 1,
  'not-an-object': 1,
  'long-cell': 1,
  'long-line': 1,
  'many-columns': 1,
  undecodable: 1,
  nul: 1,
  'cut-off': 1,
} satisfies Record<Problem['kind'], 1>) as Problem['kind'][]; // keys of the record above

describe('problemText', () => {
  it.each(KINDS)('says where and what, in whole sentences: %s', (kind) => {
    const text = problemText({
      kind,
      row: 1234,
      line: 1240,
      column: 'text',
      skipped: true,
      detail: '',
    });
    expect(text).toMatch(/^Row 1,234, line 1,240, column “text”: .+\. The row was skipped\.$/);
  });

  it('has a text of its own for every kind', () => {
    const texts = KINDS.map((kind) => problemText({ kind, skipped: false, detail: '' }));
    expect(new Set(texts).size).toBe(KINDS.length);
    for (const text of texts) expect(text).toMatch(/^Whole file: .*\.$/);
  });

  it('says what became of a row that was kept', () => {
    expect(
      problemText({ kind: 'ragged-row', row: 3, skipped: false, detail: '12 cells, 5 columns' }),
    ).toBe(
      'Row 3: the number of cells differs from the number of columns (12 cells, 5 columns). Missing values are left empty, surplus ones are dropped.',
    );
  });

  it('lets a detail speak that says which of several things it was', () => {
    const detail = 'text after a closing quote';
    expect(problemText({ kind: 'broken-quote', row: 3, skipped: false, detail })).toMatch(
      /^Row 3: text after a closing quote\. /,
    );
  });

  it('writes figures as elsewhere', () => {
    const detail = 'cell 2: 1234567 characters';
    expect(problemText({ kind: 'long-cell', row: 3, skipped: true, detail })).toContain(
      '(cell 2: 1,234,567 characters)',
    );
  });

  it('says where the reading ends', () => {
    const text = problemText({ kind: 'cut-off', row: 9, skipped: true, ends: true, detail: '' });
    expect(text).toMatch(/The row was skipped\. Nothing after it could be read\.$/);
  });
});

describe('problemsSummary', () => {
  it('counts what was found and what was skipped', () => {
    expect(problemsSummary({ total: 1, skipped: 0, listed: [] })).toBe(
      '1 problem in the file; no row was skipped',
    );
    expect(problemsSummary({ total: 1200, skipped: 1, listed: [] })).toBe(
      '1,200 problems in the file; 1 row was skipped',
    );
    expect(problemsSummary({ total: 1200, skipped: 1100, listed: [] })).toBe(
      '1,200 problems in the file; 1,100 rows were skipped',
    );
  });
});
