import { createRandom, shuffled } from './random.ts';
import type { Cell } from './result.ts';
import type { Plan } from './settings.ts';

const LEAST_TEXTS = 32;

/** Texts that every cell scores in one round: two of the largest batches, so that a round has a short and a long one. */
export const perRound = (batchSizes: readonly number[]): number =>
  Math.max(LEAST_TEXTS, 2 * Math.max(...batchSizes));

export interface RoundOrder {
  /** Of each text; as many texts as some whole number of rounds takes. */
  tokens: readonly number[];
  batchSize: number;
  plan: Plan;
  perRound: number;
  /** From 0; starts over when all texts have had their turn. */
  round: number;
}

/**
 * The batches of one cell in one round. In file order, and one by one, round r takes the r-th part of the texts. Sorted,
 * the batches of the whole list are dealt to the rounds like cards in a snake (first to last, last to first): sorting then
 * gains what it gains on the whole list, and rounds stay nearly equal in work. All have `perRound` texts where the batch
 * size divides that, as the powers of two that the view offers do; else some have a batch more than others.
 *
 * @returns indices of texts, a list for each batch; over one turn of the rounds every text comes once
 */
export function roundBatches({ tokens, batchSize, plan, perRound, round }: RoundOrder): number[][] {
  const rounds = Math.max(1, Math.round(tokens.length / perRound));
  const turn = round % rounds;
  if (plan === 'file' || batchSize === 1) {
    const from = turn * perRound;
    return cut(indices(Math.min(perRound, tokens.length - from), from), batchSize);
  }
  const sorted = indices(tokens.length, 0).sort((a, b) => tokens[a]! - tokens[b]! || a - b);
  return cut(sorted, batchSize).filter((_, i) => {
    const place = i % rounds;
    const backwards = Math.floor(i / rounds) % 2 === 1;
    return (backwards ? rounds - 1 - place : place) === turn;
  });
}

const indices = (count: number, from: number) => Array.from({ length: count }, (_, i) => from + i);

function cut(list: readonly number[], size: number): number[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  );
}

/** The cells of a round in an order of its own: a drift of the machine hits all alike. */
export const cellOrder = (cells: readonly Cell[], round: number, seed: number): Cell[] =>
  shuffled(cells, createRandom(seed * 7919 + round));
