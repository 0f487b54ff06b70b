import {
  labelsOf,
  type Archive,
  type ExportFormat,
  type ExportOrder,
  type Query,
} from '../../core/runs.ts';
import type { CallContext } from '../../core/wire.ts';
import type { Blocks } from '../blocks.ts';
import type { Columns } from '../columns.ts';
import { createPauses } from '../pauses.ts';
import { readBatches } from './batches.ts';
import { findColumnTypes } from './column-types.ts';
import { createCsvEncoder } from './csv.ts';
import type { Encoder } from './encoder.ts';
import { createJsonlEncoder } from './jsonl.ts';
import { createParquetEncoder } from './parquet.ts';
import { ownColumns, type ExportColumn } from './schema.ts';
import { openBlob, openFile } from './sink.ts';

const MEDIA_TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv;charset=utf-8',
  jsonl: 'application/x-ndjson',
  parquet: 'application/vnd.apache.parquet',
};

/**
 * Writes a run, or the rows that a filter leaves, to a file: its own columns with their names unchanged, then ours, in file order.
 * One block and, for Parquet, one row group are in memory at a time.
 *
 * @param queryRows answers a query with the rows it finds, in its order
 * @throws signal.reason (as a rejection) once aborted; the file then stays as it was
 */
export async function exportRun(
  columns: Columns,
  blocks: Pick<Blocks, 'scan' | 'scores'>,
  { format, filter, to }: ExportOrder,
  queryRows: (query: Query) => Promise<Uint32Array> | Uint32Array,
  { report, signal }: CallContext<{ rows: number; total: number }>,
): Promise<Archive['export']['output']> {
  const rows = filter && (await queryRows({ filter, sort: { by: 'row', descending: false } }));
  const all = columns.rows; // more may come in meanwhile: they are left for the next export
  const total = rows?.length ?? all;
  const firstPass = format === 'parquet' ? all : 0;
  const pause = createPauses(signal);
  let passed = 0;
  const step = async (count: number) => {
    passed += count;
    report({ rows: Math.min(passed, firstPass + total), total: firstPass + total });
    await pause();
  };

  const encoder = await createEncoder(format, columns, () =>
    findColumnTypes(columns, all, blocks.scan, step),
  );
  const sink = to ? await openFile(to) : openBlob(MEDIA_TYPES[format]);
  let bytes = 0;
  const write = async (piece: Uint8Array<ArrayBuffer>) => {
    bytes += piece.length;
    if (piece.length > 0) await sink.write(piece);
  };
  try {
    await write(encoder.start());
    for await (const { rows: count, batch } of readBatches(columns, blocks, rows ?? all)) {
      await write(encoder.rows(batch));
      await step(count);
    }
    await write(encoder.end());
    signal.throwIfAborted();
    return { blob: await sink.close(), rows: total, bytes };
  } catch (error) {
    await sink.abort();
    throw error;
  }
}

async function createEncoder(
  format: ExportFormat,
  { run }: Columns,
  findTypes: () => Promise<ExportColumn[]>,
): Promise<Encoder> {
  const own: ExportColumn[] = ownColumns(run);
  const asText = run.columns.map((name): ExportColumn => ({ name, type: 'text' }));
  switch (format) {
    case 'csv':
      return createCsvEncoder([...asText, ...own]);
    case 'jsonl':
      return createJsonlEncoder([...asText, ...own]);
    case 'parquet':
      return createParquetEncoder([...(await findTypes()), ...own], {
        'sentiscope.version': __VERSION__,
        'sentiscope.run': run.name,
        'sentiscope.file': run.file.name,
        'sentiscope.model': run.model.key,
        'sentiscope.labels': JSON.stringify(labelsOf(run.model)),
      });
  }
}
