import { guessTokens } from '../core/chunks.ts';
import type { Intake, Survey } from '../core/intake.ts';
import { ownCopy } from '../core/own-copy.ts';
import rules from '../core/rules.json';
import { FLAGS } from '../core/runs.ts';
import type { CallContext } from '../core/wire.ts';
import { openSource } from './open.ts';
import { createProblems } from './problems.ts';
import { createReport } from './report.ts';
import { createRowReader, labelOf } from './read-rows.ts';
import { createSample } from './sample.ts';

const SAMPLE_TEXTS = 48;
const MOST_LABELS = 100;
/** Distinct label values counted: a column with more of them is no label column. */
const MOST_COUNTED = 10_000;
/** The model's positions: a longer text is scored in windows. */
const MOST_TOKENS = rules.positions;

/** One pass over the whole file that counts and keeps nothing. */
export async function survey(
  { file, reading, mapping }: Intake['survey']['input'],
  { report, signal }: CallContext<Intake['survey']['progress']>,
): Promise<Survey> {
  const problems = createProblems();
  const source = await openSource(file, reading, problems, signal);
  const read = createRowReader(mapping);
  const sample = createSample(SAMPLE_TEXTS, ownCopy);
  const labels = new Map<string, { value: string; count: number }>();
  const counts = { rows: 0, empty: 0, duplicates: 0, tooLong: 0, foreign: 0, tokens: 0 };
  const progress = createReport(file.size, report);

  for await (const batch of source.rows({ problems, signal, onRead: progress.onRead })) {
    for (const cells of batch) {
      counts.rows += 1;
      const { text, flags } = read(cells);
      const value = labelOf(cells, mapping);
      if (value !== '') countLabel(value);
      if (flags & FLAGS.foreign) counts.foreign += 1;
      if (flags & FLAGS.empty) counts.empty += 1;
      else {
        const tokens = guessTokens(text);
        if (tokens > MOST_TOKENS) counts.tooLong += 1;
        if (flags & FLAGS.duplicate) counts.duplicates += 1;
        else {
          counts.tokens += tokens;
          sample.offer(text);
        }
      }
    }
    signal.throwIfAborted();
    progress.tick(() => ({ rows: counts.rows }));
  }

  function countLabel(value: string) {
    const key = value.toLowerCase();
    const known = labels.get(key);
    if (known) known.count += 1;
    else if (labels.size < MOST_COUNTED)
      labels.set(ownCopy(key), { value: ownCopy(value), count: 1 });
  }

  return {
    ...counts,
    labels: [...labels.values()].sort((a, b) => b.count - a.count).slice(0, MOST_LABELS),
    sample: sample.items,
    problems: problems.result(),
  };
}
