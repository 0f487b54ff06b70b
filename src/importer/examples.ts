import type { Intake } from '../core/intake.ts';
import { readExamples, type Labelled } from '../core/learn/train/examples.ts';
import { ownCopy } from '../core/own-copy.ts';
import type { CallContext } from '../core/wire.ts';
import { textOf } from './cells.ts';
import { openSource } from './open.ts';
import { createProblems } from './problems.ts';
import { createReport } from './report.ts';
import { createSample } from './sample.ts';

/** One pass over the file for the rows that have both a text and a label; of more than `most`, an even draw in file order. See Intake. */
export async function examples(
  { file, reading, text, label, most }: Intake['examples']['input'],
  { report, signal }: CallContext<Intake['examples']['progress']>,
): Promise<Intake['examples']['output']> {
  const problems = createProblems();
  const source = await openSource(file, reading, problems, signal);
  const progress = createReport(file.size, report);
  const sample = createSample<Labelled & { row: number }>(most, ({ text, label, row }) => ({
    text: ownCopy(text),
    label: ownCopy(label),
    row,
  }));
  let rows = 0;
  let labelled = 0;

  for await (const batch of source.rows({ problems, signal, onRead: progress.onRead })) {
    for (const cells of batch) {
      const row = rows++;
      const one = { text: textOf(cells[text]), label: textOf(cells[label]).trim(), row };
      if (one.text.trim() === '' || one.label === '') continue;
      labelled += 1;
      sample.offer(one);
    }
    signal.throwIfAborted();
    progress.tick(() => ({ rows }));
  }
  const kept = sample.items.sort((a, b) => a.row - b.row);
  return {
    examples: readExamples(kept, { rows, blank: rows - labelled }),
    problems: problems.result(),
  };
}
