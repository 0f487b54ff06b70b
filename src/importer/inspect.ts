import { PREVIEW_ROWS, type Cell, type Inspection, type Reading } from '../core/intake.ts';
import { textOf } from './cells.ts';
import { findResults } from '../core/results-file.ts';
import { guessColumns } from './guess-columns.ts';
import { openSource } from './open.ts';
import { createProblems } from './problems.ts';
import { hashText } from '../core/analysis/hash.ts';

/** Rows and letters that are looked at. */
export const INSPECTED = { rows: 2000, letters: 1_000_000 };

/** Reads the first part of a file and guesses what it holds. */
export async function inspect(
  { file, reading: chosen }: { file: File; reading: Partial<Reading> },
  signal?: AbortSignal,
): Promise<Inspection> {
  const problems = createProblems();
  const source = await openSource(file, chosen, problems, signal);
  const rows: Cell[][] = [];
  let letters = 0;
  for await (const batch of source.rows({ problems, signal })) {
    for (const row of batch) {
      rows.push(row);
      for (const cell of row) letters += typeof cell === 'string' ? cell.length : 8;
    }
    if (rows.length > 0 && (rows.length >= INSPECTED.rows || letters >= INSPECTED.letters)) break;
  }
  const results = findResults(source.columns);
  const ours = source.columns.flatMap((_, i) => (results && !results.own.includes(i) ? [i] : []));
  const found = guessColumns(source.columns, rows.slice(0, INSPECTED.rows), ours);
  const model =
    results &&
    rows
      .map((row) => textOf(row[results.places.predicted]) && textOf(row[results.places.model]))
      .find(Boolean);
  return {
    reading: source.reading,
    encodingFrom: source.encodingFrom,
    sheets: source.sheets,
    ...found,
    rows: rows.slice(0, PREVIEW_ROWS),
    problems: problems.result(),
    ...(results && model && { results: { ...results, model } }),
    shape: hashText(JSON.stringify([source.reading.format, source.columns])).toString(36),
  };
}
