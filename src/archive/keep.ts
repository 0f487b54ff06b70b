import { AppError } from '../core/failure.ts';
import { labelsOf, type Kept, type Step } from '../core/runs.ts';
import type { SourceBlock } from '../storage/runs-db.ts';
import type { Prediction } from './block-scores.ts';
import { predictionKey } from './predictions.ts';
import { record, type Stock } from './record.ts';
import { stepOf } from './run-record.ts';
import { blockOf } from './todo.ts';

/**
 * Stores predictions for every row of the block that has one of these texts. Sending the same ones again changes nothing.
 *
 * @throws AppError (as a rejection) bad-input for texts that are not in the block or lists that don't fit together, wrong-output
 * for rows that are no probabilities; nothing is stored then
 */
export async function keep(stock: Stock, kept: Kept): Promise<Step> {
  const { run, source } = await blockOf(stock, kept.run, kept.block);
  const found = readPredictions(kept, source, labelsOf(run.model).length);
  const after = await record(stock, {
    run,
    source,
    found,
    workOf: (filled) => ({
      tokens: filled.reduce((sum, [text]) => sum + found.get(text)!.tokens, 0),
      paddedTokens: kept.paddedTokens,
      scored: filled.length,
      duplicates: filled.reduce((sum, [, rows]) => sum + rows.length - 1, 0),
      activeMs: kept.activeMs,
      ...(kept.cascade && { cascade: kept.cascade }),
    }),
    newOf: (filled) =>
      filled.map(([text]) => ({ key: predictionKey(run.model.key, text), ...found.get(text)! })),
  });
  return stepOf(after.run);
}

function readPredictions(kept: Kept, source: SourceBlock, labels: number) {
  const { texts, probabilities, tokens, windows } = kept;
  const n = texts.length;
  if (probabilities.length !== n * labels || tokens.length !== n || windows.length !== n) {
    const lengths = `${probabilities.length}, ${tokens.length} and ${windows.length}`;
    throw new AppError({ code: 'bad-input', detail: `${n} texts with lists of ${lengths}` });
  }
  const known = new Set(source.texts);
  const found = new Map<string, Prediction & { probabilities: Float32Array }>();
  texts.forEach((text, i) => {
    if (!known.has(text)) {
      const detail = `text ${i} of ${n} is not in block ${source.block}`;
      throw new AppError({ code: 'bad-input', detail });
    }
    const row = probabilities.slice(i * labels, (i + 1) * labels); // a view would be stored with the whole list
    if (!isDistribution(row)) {
      const detail = `text ${i} of ${n} got [${row.join(', ')}]`;
      throw new AppError({ code: 'wrong-output', detail });
    }
    found.set(text, { probabilities: row, tokens: tokens[i]!, windows: windows[i]! });
  });
  return found;
}

/** Rounding to 32 bits moves the sum by far less than 0.001. */
function isDistribution(row: Float32Array): boolean {
  const sum = row.reduce((total, p) => total + p, 0);
  return row.every((p) => p >= 0) && Math.abs(sum - 1) < 0.001;
}
