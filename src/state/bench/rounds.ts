import { cellOrder, roundBatches } from '../../core/bench/rounds.ts';
import type { Cell } from '../../core/bench/result.ts';
import type { Ledger } from './ledger.ts';
import type { Ready } from './ready.ts';
import type { Scene } from './scene.ts';
import { timeBatches, type Timed } from './timed.ts';

/** Samples and rounds after which a cell needs no more. */
const ENOUGH = 30;

/**
 * Interleaved rounds: in each of them every cell does its share of texts, in an order drawn by the seed, so that drift and
 * noisy neighbours hit all alike. A round counts whole or not at all, and there is always one. Ends with the round that comes
 * nearest to `capMs`, or when every cell has enough.
 *
 * @param cells of single-stream and offline, at least one
 */
export async function measureRounds(
  { texts, settings, sight, screen, discard, now }: Scene,
  engines: ReadonlyMap<string, Ready>,
  cells: readonly Cell[],
  ledger: Ledger,
  capMs: number,
): Promise<void> {
  let elapsedMs = 0;
  // Another round is nearer to the cap than none if half of it still fits.
  const fits = (rounds: number) => rounds === 0 || elapsedMs + elapsedMs / rounds / 2 < capMs;
  for (let round = 0; fits(round) && !ledger.has(cells, ENOUGH); round++) {
    await screen.show({ kind: 'rounds', done: round, elapsedMs, capMs });
    const measured = await sight.whileSeen(async (signal) => {
      const startedAt = now();
      const works: { cell: Cell; timed: Timed }[] = [];
      for (const cell of cellOrder(cells, round, settings.seed)) {
        signal.throwIfAborted();
        const { crew, alone } = engines.get(cell.engine)!;
        const batches = batchesOf(cell, alone.tokens, texts, round);
        const timed = await timeBatches(crew, cell.workers, batches, texts.texts, now, signal);
        works.push({ cell, timed });
        const ms = elapsedMs + now() - startedAt;
        await screen.progress({ kind: 'rounds', done: round, elapsedMs: ms, capMs });
      }
      return { works, ms: now() - startedAt };
    }, discard);
    for (const { cell, timed } of measured.works) ledger.enter(cell, round, timed);
    elapsedMs += measured.ms;
  }
}

/** The cell's share of one round, as indices of texts. Among texts made to lengths it has all of its own, in every round. */
function batchesOf(
  { batchSize, plan, tokens: length }: Cell,
  tokens: readonly number[],
  { texts, perRound, lengths }: Scene['texts'],
  round: number,
): number[][] {
  const own = texts.flatMap((_, i) => (length === undefined || lengths?.[i] === length ? [i] : []));
  const order = { tokens: own.map((i) => tokens[i]!), batchSize, plan, perRound, round };
  return roundBatches(order).map((batch) => batch.map((i) => own[i]!));
}
