import type { SchemaElement } from 'hyparquet';
import type { Cell } from '../../core/intake.ts';
import type { Encoder } from './encoder.ts';
import type { ColumnType, ExportColumn } from './schema.ts';

/** Large enough for readers that skip by row group, small enough to be written in about a quarter of a second. */
const GROUP_ROWS = 16_384;
/** Or fewer rows, where they are long. */
const GROUP_LETTERS = 16_000_000;

const ELEMENTS: Record<ColumnType, Omit<SchemaElement, 'name'>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  probability: { type: 'FLOAT' },
  integer: { type: 'INT32' },
};

/**
 * Parquet with Snappy, one row group at a time. The library is loaded on the first use.
 *
 * @param about goes into the file's own key-value metadata
 */
export async function createParquetEncoder(
  columns: readonly ExportColumn[],
  about: Readonly<Record<string, string>>,
): Promise<Encoder> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
  const bytes = new ByteWriter();
  const file = new ParquetWriter({
    writer: bytes,
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, type }): SchemaElement => ({
        name,
        repetition_type: 'OPTIONAL',
        ...ELEMENTS[type],
      })),
    ],
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
    createdBy: `sentiscope ${__VERSION__}`,
  });
  let waiting: Cell[][] = columns.map(() => []);
  let letters = 0;

  /** Gives out what the library wrote; `offset`, which its addresses come from, goes on counting. */
  function take(): Uint8Array<ArrayBuffer> {
    const taken = bytes.getBytes().slice(); // a copy has a buffer of its own
    bytes.index = 0;
    return taken;
  }

  function writeGroup() {
    if (waiting[0]!.length > 0) {
      // Without buffer promises in `bytes` this is synchronous, whatever its type says.
      void file.write({
        columnData: columns.map(({ name, type }, i) => ({
          name,
          data: waiting[i]!,
          // A dictionary would take -0 for 0.
          ...(type === 'number' && { encoding: 'PLAIN' as const }),
        })),
        rowGroupSize: waiting[0]!.length,
      });
    }
    waiting = columns.map(() => []);
    letters = 0;
  }

  return {
    start: take,
    rows: (batch) => {
      batch.forEach((cells, i) => {
        for (const cell of cells) {
          const stored = columns[i]!.type === 'text' && cell !== null ? String(cell) : cell;
          if (typeof stored === 'string') letters += stored.length;
          waiting[i]!.push(stored);
        }
      });
      if (waiting[0]!.length >= GROUP_ROWS || letters >= GROUP_LETTERS) writeGroup();
      return take();
    },
    end: () => {
      writeGroup();
      void file.finish();
      return take();
    },
  };
}
