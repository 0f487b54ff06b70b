import { perRound } from '../../core/bench/rounds.ts';
import { createRandom } from '../../core/bench/random.ts';
import type { BenchSettings } from '../../core/bench/settings.ts';
import { drawByLabel } from './draw-by-label.ts';
import type { BenchDeps } from './deps.ts';
import { madeText } from './made-texts.ts';
import { refuse } from './refuse.ts';
import { runTexts } from './run-texts.ts';
import { readSample } from './sample-texts.ts';
import type { Given, LabelIndex } from './given.ts';

/** What is scored in a run; the order counts as file order. */
export interface BenchTexts {
  texts: readonly string[];
  given: readonly (LabelIndex | null)[];
  perRound: number;
  /** Where texts were made to lengths: tokens of each, special ones included. */
  lengths: readonly number[] | undefined;
  /** What a linear baseline may learn from. */
  examples: readonly { text: string; label: number }[];
}

/** Fewest different texts of a scored file. */
const FEWEST = 32;

type Deps = Pick<BenchDeps, 'archive' | 'fetchSample'>;

/**
 * The texts of a run, drawn by its seed: whole rounds of them.
 *
 * @throws AppError bad-input where the source has too few texts, or a bag of words no labels to learn from
 */
export async function benchTexts(
  deps: Deps,
  { texts: source, batchSizes, seed, models }: BenchSettings,
  signal: AbortSignal,
): Promise<BenchTexts> {
  const round = perRound(batchSizes);
  const random = createRandom(seed);
  if (source.kind === 'tokens') {
    const lengths = source.lengths.flatMap((tokens) => Array<number>(round).fill(tokens));
    const made = lengths.map((tokens) => ({ text: madeText(tokens, random), label: null }));
    const learns = models.includes('bag-of-words');
    const examples = learns ? await readSample(deps, 'everyday', signal) : [];
    return { ...together(made, round, examples), lengths };
  }

  const count = Math.max(1, Math.floor(source.count / round)) * round;
  if (source.kind === 'run') {
    const found = await runTexts(deps, source.run, count, random, signal);
    if (found.length < Math.max(FEWEST, round))
      refuse(
        `A file with only ${found.length} different texts`,
        `A benchmark with these batch sizes needs at least ${Math.max(FEWEST, round)}.`,
      );
    if (models.includes('bag-of-words') && found.every(({ label }) => label === null))
      refuse(
        'A bag of words on a file without labels',
        'It has nothing to learn from: choose labelled texts, or leave it out.',
      );
    const whole = found.slice(0, Math.floor(found.length / round) * round);
    return together(whole, round, found);
  }

  const all = await readSample(deps, source.kind, signal);
  const most = Math.floor(all.length / round) * round;
  return together(drawByLabel(all, Math.min(count, most), random), round, all);
}

function together(
  chosen: readonly Given[],
  perRound: number,
  examples: readonly Given[],
): BenchTexts {
  return {
    texts: chosen.map(({ text }) => text),
    given: chosen.map(({ label }) => label),
    perRound,
    lengths: undefined,
    examples: examples.flatMap(({ text, label }) => (label === null ? [] : [{ text, label }])),
  };
}
