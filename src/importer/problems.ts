import type { Problem, Problems } from '../core/intake.ts';
import type { Piece } from './piece.ts';

const MOST_LISTED = 100;

/** Gathers what could not be taken as it is, and numbers the records. */
export function createProblems() {
  const listed: Problem[] = [];
  let total = 0;
  let skipped = 0;
  let row = 0;

  function add(problem: Problem) {
    total += 1;
    if (listed.length < MOST_LISTED) listed.push(problem);
  }

  return {
    add,
    /** Counts a record and notes its troubles. */
    note({ value, skipped: left, line, troubles = [] }: Piece) {
      const out = left === true;
      const isRecord = out || value !== undefined;
      if (isRecord) row += 1;
      if (out) skipped += 1;
      for (const trouble of troubles)
        add({
          ...trouble,
          skipped: out,
          ...(isRecord && { row }),
          ...(line !== undefined && { line }),
        });
    },
    result: (): Problems => ({ total, skipped, listed: [...listed] }),
  };
}
export type ProblemList = ReturnType<typeof createProblems>;
