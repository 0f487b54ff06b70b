import { AppError } from '../core/failure.ts';
import { NO_LABEL, type Archive, type Row } from '../core/runs.ts';
import { labelIndex } from './columns.ts';
import type { Stock } from './record.ts';
import { readRows } from './rows.ts';
import { readRun } from './run-record.ts';

/** Stores the label a reader gave a row, or takes it back. Rejects with bad-input where there is no such row or label. */
export async function correct(
  { db, shelf, blocks }: Stock,
  { run: id, row, label }: Archive['correct']['input'],
): Promise<Row> {
  const columns = await shelf.take(id);
  if (!Number.isInteger(row) || row < 0 || row >= columns.rows)
    throw new AppError({ code: 'bad-input', detail: `row ${row} of ${columns.rows}` });
  if (label !== null && !columns.labels.includes(label))
    throw new AppError({ code: 'bad-input', detail: 'a label that the model does not have' });
  await db.transaction('rw', db.runs, db.corrections, async () => {
    await readRun(db, id); // deleted meanwhile: then nothing of it may come back
    if (label !== null) await db.corrections.put({ run: id, row, label });
    else await db.corrections.delete([id, row]);
  });
  columns.corrected[row] = label === null ? NO_LABEL : labelIndex(columns, label);
  const [corrected] = await readRows(columns, blocks, [row]);
  return corrected!;
}
