import type { Cell, CellResult } from '../../core/bench/result.ts';
import { AppError } from '../../core/failure.ts';
import { createCheck } from './check.ts';
import type { Ready } from './ready.ts';
import { roundOf, sampleOf, type Timed } from './timed.ts';
import type { LabelIndex } from './given.ts';

export interface Ledger {
  /**
   * Enters a cell's work and checks its answers.
   *
   * @throws AppError bench-wrong when answers that nothing may move have moved
   */
  enter: (cell: Cell, round: number, timed: Timed) => void;
  /** Whether every one of `cells` has at least so many samples and rounds. */
  has: (cells: readonly Cell[], enough: number) => boolean;
  /** What a cell has done so far. @param id of the cell */
  rounds: (id: string) => CellResult['rounds'];
  isEmpty: () => boolean;
  /** @throws AppError bench-wrong when too many answers in company have moved */
  close: () => CellResult[];
}

/**
 * What was measured, cell by cell.
 *
 * @param origin when the timed part began, on the page's clock
 */
export function createLedger(
  engines: ReadonlyMap<string, Ready>,
  given: readonly (LabelIndex | null)[],
  origin: number,
): Ledger {
  type Entry = Omit<CellResult, 'check'> & { check: ReturnType<typeof createCheck> };
  const entries = new Map<string, Entry>();

  function entryOf(cell: Cell): Entry {
    const known = entries.get(cell.id);
    if (known) return known;
    const { alone, record } = engines.get(cell.engine)!;
    const strict = isStrict(cell);
    const check = createCheck(alone, given, { strict, tolerance: record.tolerance });
    const entry = { cell, rounds: [], samples: [], check };
    entries.set(cell.id, entry);
    return entry;
  }

  const isStrict = ({ batchSize, engine }: Cell) =>
    batchSize === 1 || !engines.get(engine)!.record.pads;

  function refuse({ cell, check }: Entry) {
    const fault = check.fault();
    if (fault === undefined) return;
    const { title } = engines.get(cell.engine)!.record;
    throw new AppError({ code: 'bench-wrong', detail: `${cell.id}: ${fault}`, subject: title });
  }

  return {
    enter(cell, round, timed) {
      const entry = entryOf(cell);
      for (const answer of timed.answers) {
        entry.samples.push(sampleOf(answer, round, origin, cell.scenario));
        entry.check.add(answer.texts, answer.scored.probabilities);
      }
      // An open loop has no rounds.
      if (cell.scenario !== 'server') entry.rounds.push(roundOf(timed, round));
      if (isStrict(cell)) refuse(entry);
    },
    has: (cells, enough) =>
      cells.every(({ id }) => {
        const entry = entries.get(id);
        return entry && Math.min(entry.samples.length, entry.rounds.length) >= enough;
      }),
    rounds: (id) => entries.get(id)?.rounds ?? [],
    isEmpty: () => entries.size === 0,
    close() {
      const all = [...entries.values()];
      all.forEach(refuse);
      return all.map(({ check, ...entry }) => ({ ...entry, check: check.read() }));
    },
  };
}
