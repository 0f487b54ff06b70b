import {
  MOST_CELL_LETTERS,
  MOST_COLUMNS,
  type Problem,
  type Problems,
} from '../../../core/intake.ts';
import { count } from '../../parts/format.ts';

/** What is wrong, after the place and before what became of it. */
const WRONG: Record<Problem['kind'], string> = {
  'ragged-row': 'the number of cells differs from the number of columns',
  'broken-quote': 'a quote is opened and not closed, or text follows a closing quote',
  'bad-json': 'this is not valid JSON',
  'not-an-object': 'this is neither an object with fields nor a text',
  'long-cell': `a cell has more than ${count(MOST_CELL_LETTERS)} characters`,
  'long-line': 'the record is longer than can be held in memory',
  'many-columns': `there are more than ${count(MOST_COLUMNS)} columns`,
  undecodable: 'some bytes do not belong to the encoding',
  nul: 'there are NUL characters in the text',
  'cut-off': 'the file breaks off in the middle or is damaged',
};

/** What became of a record that was kept. */
const KEPT: Partial<Record<Problem['kind'], string>> = {
  'ragged-row': 'Missing values are left empty, surplus ones are dropped.',
  'broken-quote': 'The row was read as far as it makes sense.',
  'many-columns': 'The others are left out.',
  undecodable: 'They are shown as �. Another encoding may fit better.',
  nul: 'They were removed.',
};

/** @returns such as "Row 7, line 9: a cell has more than 1,000,000 characters. The row was skipped." */
export function problemText(problem: Problem): string {
  const { kind, skipped, ends } = problem;
  const outcome = [
    skipped ? 'The row was skipped.' : KEPT[kind],
    ends && 'Nothing after it could be read.',
  ].filter(Boolean);
  return [`${placeOf(problem)}: ${whatIsWrong(problem)}.`, ...outcome].join(' ');
}

function whatIsWrong({ kind, column, detail }: Problem): string {
  if (detail === '') return WRONG[kind];
  // These details say which of several things it was.
  if (kind === 'broken-quote' || (kind === 'ragged-row' && column !== undefined)) return detail;
  const figures = detail
    .replace(/^not JSON, /, '')
    .replace(/\d{4,}/g, (digits) => count(Number(digits)));
  return `${WRONG[kind]} (${figures})`;
}

function placeOf({ row, line, column }: Problem): string {
  const place = [
    row !== undefined && `row ${count(row)}`,
    line !== undefined && `line ${count(line)}`,
    column !== undefined && `column “${column}”`,
  ].filter((part) => part !== false);
  const text = place.length > 0 ? place.join(', ') : 'whole file';
  return text[0]!.toUpperCase() + text.slice(1);
}

export function problemsSummary({ total, skipped }: Problems): string {
  const found = total === 1 ? '1 problem in the file' : `${count(total)} problems in the file`;
  if (skipped === 0) return `${found}; no row was skipped`;
  return `${found}; ${skipped === 1 ? '1 row was' : `${count(skipped)} rows were`} skipped`;
}
