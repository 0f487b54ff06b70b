import { fuse } from '../core/defuse.ts';
import { AppError } from '../core/failure.ts';
import type { Cell, Reading } from '../core/intake.ts';
import type { ResultsFound } from '../core/results-file.ts';
import { FLAGS, NO_LABEL } from '../core/runs.ts';
import { LABELS } from '../core/sentiment.ts';
import type { Correction, ScoreBlock, SourceBlock } from '../storage/runs-db.ts';
import { textOf } from './cells.ts';

/** What a row brings along. */
export interface RowResult {
  /** [P(negative), P(neutral), P(positive)]; undefined where the row was not scored. */
  probabilities: readonly number[] | undefined;
  tokens: number;
  windows: number;
  /** Indices into LABELS, or NO_LABEL. */
  corrected: number;
  given: number;
}

/** Probabilities have six decimals in CSV and JSON. */
const ROUNDING = 0.001;

/** Reads the rows of a file that holds results of ours. */
export function createResultsReader(
  { places, own, model }: ResultsFound,
  { format }: Reading,
  file: string,
) {
  const isCsv = format === 'csv'; // where formulas were defused
  let row = 0;

  const refuse = (what: string) =>
    new AppError({ code: 'results-file', detail: `row ${row}: ${what}`, subject: file });

  const labelAt = (cells: readonly Cell[], place: number | undefined) => {
    const label = place === undefined ? '' : textOf(cells[place]);
    const index = LABELS.findIndex((name) => name === label);
    return index < 0 ? NO_LABEL : index;
  };

  return {
    /** The file's own cells. */
    own: (cells: readonly Cell[]): Cell[] =>
      own.map((i) => {
        const cell = cells[i] ?? null;
        return isCsv && typeof cell === 'string' ? fuse(cell) : cell;
      }),

    /** @throws AppError results-file where a row was scored by another model, or has no three probabilities */
    result(cells: readonly Cell[]): RowResult {
      row += 1;
      const number = (name: keyof ResultsFound['places']) => {
        const cell = cells[places[name]!] ?? '';
        return cell === '' ? NaN : Number(cell);
      };
      const either = {
        corrected: labelAt(cells, places.corrected),
        given: labelAt(cells, places.given),
      };
      if (textOf(cells[places.predicted]) === '')
        return { probabilities: undefined, tokens: 0, windows: 0, ...either };
      const key = textOf(cells[places.model]);
      if (key !== model) throw refuse(`model ${key}, not ${model}`);
      const probabilities = LABELS.map((label) => number(label));
      const sum = probabilities.reduce((total, p) => total + p, 0);
      if (!probabilities.every((p) => p >= 0) || !(Math.abs(sum - 1) < ROUNDING))
        throw refuse(`probabilities ${probabilities.join(', ')}`);
      const [tokens, windows] = [number('tokens'), number('windows')];
      if (!(tokens > 0 && windows > 0)) throw refuse(`${tokens} tokens in ${windows} windows`);
      return { probabilities, tokens, windows, ...either };
    },
  };
}

/** What a block brings along, as it is stored. */
export interface BlockResults {
  scores: ScoreBlock;
  corrections: Correction[];
  /** Rows scored, or with nothing to score. */
  done: number;
}

/** @param first number of the block's first row, from 0 */
export function blockResults(
  { run, block, flags }: SourceBlock,
  results: readonly RowResult[],
  first: number,
): BlockResults {
  const scored = results.map(({ probabilities }, i) =>
    flags[i]! & FLAGS.empty ? undefined : probabilities,
  );
  const none = [NaN, NaN, NaN];
  return {
    scores: {
      run,
      block,
      probabilities: Float32Array.from(scored.flatMap((triple) => triple ?? none)),
      tokens: Uint32Array.from(results, ({ tokens }, i) => (scored[i] ? tokens : 0)),
      windows: Uint16Array.from(results, ({ windows }, i) => (scored[i] ? windows : 0)),
    },
    corrections: results.flatMap(({ corrected }, i) =>
      corrected === NO_LABEL ? [] : [{ run, row: first + i, label: LABELS[corrected]! }],
    ),
    done: scored.filter((triple, i) => triple || flags[i]! & FLAGS.empty).length,
  };
}
