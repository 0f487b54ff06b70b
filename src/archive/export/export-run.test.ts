import * as fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { fuse } from '../../core/defuse.ts';
import type { Cell } from '../../core/intake.ts';
import { BLOCK_ROWS, FLAGS, type ExportFormat, type ExportOrder } from '../../core/runs.ts';
import { LABELS } from '../../core/sentiment.ts';
import { makeRun, type MadeRow, type MadeRun } from '../made-run.ts';
import { exportRun } from './export-run.ts';

const context = { report: () => undefined, signal: new AbortController().signal };

async function exported(run: MadeRun, order: Omit<ExportOrder, 'run'>, rows: number[] = []) {
  const { blob, ...rest } = await exportRun(
    run.columns,
    { scan: run.read, scores: run.scores },
    { run: 'run', ...order },
    () => Uint32Array.from(rows),
    context,
  );
  expect(rest.bytes).toBe(blob!.size);
  return { ...rest, bytes: await blob!.arrayBuffer() };
}

type Read = Record<string, unknown>;

/** As a reader of CSV sees it: header and rows of texts, apostrophes taken off. */
async function readCsv(bytes: ArrayBuffer): Promise<Read[]> {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  expect(text.startsWith('\uFEFF')).toBe(true);
  const { data, errors } = Papa.parse<string[]>(text.slice(1), { delimiter: ',', newline: '\r\n' });
  expect(errors).toEqual([]);
  expect(data.pop()).toEqual(['']); // the last line ends with CRLF too
  const [names, ...rows] = data.map((line) => line.map(fuse));
  return rows.map((row) => Object.fromEntries(names!.map((name, i) => [name, row[i]])));
}

const readJsonl = async (bytes: ArrayBuffer): Promise<Read[]> =>
  new TextDecoder()
    .decode(bytes)
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Read);

const read: Record<ExportFormat, (bytes: ArrayBuffer) => Promise<Read[]>> = {
  csv: readCsv,
  jsonl: readJsonl,
  parquet: (file) => parquetReadObjects({ file }),
};

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    ' ',
    '=1+1',
    "'=1",
    '-5',
    '- no',
    '"',
    'a "b", c\r\nd\n',
    '007',
    '\t',
    '😀',
    'null',
    ';',
    '\\"',
  ),
);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  text,
  fc.boolean(),
  fc.constant(null),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
);
const uniform = fc.oneof(
  fc.constant(cell),
  fc.constant(
    fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0))),
  ),
  fc.constant(fc.option(fc.boolean())),
  fc.constant(fc.constant(null)),
);
const probabilities = fc.tuple(
  fc.float({ min: 0, max: 1, noNaN: true }),
  fc.float({ min: 0, max: 1, noNaN: true }),
  fc.float({ min: 0, max: 1, noNaN: true }),
);
const label = fc.constantFrom(...LABELS);
const rowsOf = (columns: readonly fc.Arbitrary<Cell>[]) =>
  fc.array(
    fc.record(
      {
        text,
        cells: fc.tuple(...columns),
        probabilities,
        corrected: label,
        given: label,
        flags: fc.constantFrom(0, FLAGS.empty, FLAGS.long | FLAGS.foreign),
      },
      { requiredKeys: ['text', 'cells'] },
    ),
    { minLength: 1, maxLength: 12 },
  );
const made = fc.tuple(uniform, uniform, uniform).chain(rowsOf);
const NAMES = ['7', '__proto__', '=Sum, "so"'];

/** What must come back for an original cell. */
const kept: Record<ExportFormat, (value: Cell, list: readonly Cell[]) => unknown> = {
  csv: (value) => (value === null ? '' : String(value)),
  jsonl: (value) => value,
  parquet: (value, list) => {
    const kinds = new Set(list.filter((item) => item !== null).map((item) => typeof item));
    const typed = kinds.size === 1 && !kinds.has('string');
    return value === null || typed ? value : String(value);
  },
};

it.each(['csv', 'jsonl', 'parquet'] as const)(
  'gives every original cell back: %s',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(made, async (rows) => {
        const run = makeRun(rows, NAMES);
        const back = await read[format]((await exported(run, { format, filter: undefined })).bytes);
        expect(back).toHaveLength(rows.length);
        rows.forEach((row, i) => {
          expect(back[i]!['text']).toBe(row.text);
          NAMES.forEach((name, j) => {
            const list = rows.map(({ cells }) => cells[j]!);
            const value = Object.getOwnPropertyDescriptor(back[i], name)?.value as unknown;
            if (name === '__proto__' && format !== 'jsonl') return; // these readers lose the name, not the file
            expect(value).toStrictEqual(kept[format](row.cells[j]!, list));
          });
          const scores = row.probabilities;
          const number = (value: unknown) =>
            value === null || value === '' ? undefined : Number(value);
          (['negative', 'neutral', 'positive'] as const).forEach((name, j) => {
            const value = number(back[i]![`sentiscope_${name}`]);
            if (!scores) expect(value).toBeUndefined();
            else if (format === 'parquet') expect(value).toBe(scores[j]);
            else expect(Math.abs(value! - scores[j]!)).toBeLessThanOrEqual(0.51e-6);
          });
          expect(number(back[i]!['sentiscope_row'])).toBe(i + 1);
          expect(back[i]!['sentiscope_given'] || undefined).toBe(row.given);
          expect(back[i]!['sentiscope_corrected'] || undefined).toBe(row.corrected);
          expect(back[i]!['sentiscope_label'] || undefined).toBe(
            row.corrected ?? (back[i]!['sentiscope_predicted'] || undefined),
          );
        });
      }),
      { numRuns: 150 },
    );
  },
);

const plain: MadeRow = {
  text: 'fine',
  probabilities: [0.1, 0.2, 0.7],
  flags: FLAGS.long | FLAGS.duplicate,
};

it('puts our columns behind the file’s own, in a fixed order', async () => {
  const run = makeRun([plain], ['id']);
  const [row] = await readJsonl(
    (await exported(run, { format: 'jsonl', filter: undefined })).bytes,
  );
  expect(Object.entries(row!)).toEqual([
    ['text', 'fine'],
    ['id', null],
    ['sentiscope_label', 'positive'],
    ['sentiscope_predicted', 'positive'],
    ['sentiscope_negative', 0.1],
    ['sentiscope_neutral', 0.2],
    ['sentiscope_positive', 0.7],
    ['sentiscope_confidence', 0.7],
    ['sentiscope_corrected', null],
    ['sentiscope_given', null],
    ['sentiscope_flags', 'duplicate long'],
    ['sentiscope_tokens', 6],
    ['sentiscope_windows', 1],
    ['sentiscope_row', 1],
    ['sentiscope_model', 'base q8'],
  ]);
});

it('gives way where the file has such a column already', async () => {
  const run = makeRun([plain], ['Sentiscope_Label', 'sentiscope_label_2']);
  const [row] = await readJsonl(
    (await exported(run, { format: 'jsonl', filter: undefined })).bytes,
  );
  expect(Object.keys(row!).slice(1, 5)).toEqual([
    'Sentiscope_Label',
    'sentiscope_label_2',
    'sentiscope_label_3',
    'sentiscope_predicted',
  ]);
});

it.each(['csv', 'jsonl', 'parquet'] as const)(
  'writes the rows of a filter in file order, whichever blocks they lie in: %s',
  async (format) => {
    const rows = Array.from({ length: 3 * BLOCK_ROWS + 5 }, (_, i): MadeRow => ({
      ...plain,
      text: `t${i}`,
    }));
    const wanted = [0, 1, BLOCK_ROWS - 1, BLOCK_ROWS, 3 * BLOCK_ROWS, 3 * BLOCK_ROWS + 4];
    const run = makeRun(rows);
    const { bytes, rows: count } = await exported(run, { format, filter: {} }, wanted);
    const back = await read[format](bytes);
    expect(count).toBe(wanted.length);
    expect(back.map((row) => row['text'])).toEqual(wanted.map((row) => `t${row}`));
    expect(back.map((row) => Number(row['sentiscope_row']))).toEqual(wanted.map((row) => row + 1));
  },
);

it('asks for the filtered rows in file order', async () => {
  const { columns, read, scores } = makeRun([plain]);
  const filter = { search: 'fine' };
  const asked: unknown[] = [];
  const query = (question: unknown) => {
    asked.push(question);
    return Uint32Array.of(0);
  };
  await exportRun(
    columns,
    { scan: read, scores },
    { run: 'run', format: 'csv', filter },
    query,
    context,
  );
  expect(asked).toEqual([{ filter, sort: { by: 'row', descending: false } }]);
});

it('writes Parquet in several row groups, and says in the file what it is', async () => {
  const rows = Array.from({ length: 40_000 }, (_, i): MadeRow => ({
    ...plain,
    text: `t${i}`,
    cells: [i],
  }));
  const { bytes } = await exported(makeRun(rows, ['id']), { format: 'parquet', filter: undefined });
  const metadata = parquetMetadata(bytes);
  expect(metadata.row_groups.length).toBe(3);
  expect(Number(metadata.num_rows)).toBe(40_000);
  const about = Object.fromEntries(
    metadata.key_value_metadata!.map(({ key, value }) => [key, value]),
  );
  expect(about).toMatchObject({ 'sentiscope.run': 'run', 'sentiscope.model': 'base q8' });
  const back = await parquetReadObjects({ file: bytes, rowStart: 39_999 });
  expect(back[0]).toMatchObject({ text: 't39999', id: 39_999 });
});

it.each(['csv', 'jsonl', 'parquet'] as const)(
  'writes a file without rows that can be read: %s',
  async (format) => {
    const { bytes, rows } = await exported(makeRun([plain]), { format, filter: {} }, []);
    expect(rows).toBe(0);
    expect(await read[format](bytes)).toEqual([]);
  },
);

/** A file on a disk that only changes once its writer is closed. */
function fakeFile(fault?: Error) {
  const file = { content: 'before', aborted: false };
  const pieces: Uint8Array[] = [];
  const handle = {
    createWritable: async () => ({
      write: async (piece: Uint8Array) => {
        if (fault) throw fault;
        pieces.push(piece.slice());
      },
      close: async () => void (file.content = Buffer.concat(pieces).toString()),
      abort: async () => void (file.aborted = true),
    }),
  } as unknown as FileSystemFileHandle; // the one method that is used
  return { file, handle };
}

it('writes to a file of the user’s what it would have put into a Blob', async () => {
  const { columns, read: scan, scores } = makeRun([plain, plain]);
  const order = { run: 'run', format: 'csv', filter: undefined } as const;
  const { file, handle } = fakeFile();
  const written = await exportRun(
    columns,
    { scan, scores },
    { ...order, to: handle },
    () => [] as never,
    context,
  );
  const { blob } = await exportRun(columns, { scan, scores }, order, () => [] as never, context);
  expect(file.content).toBe(Buffer.from(await blob!.arrayBuffer()).toString());
  expect(written).toEqual({ blob: undefined, rows: 2, bytes: blob!.size });
});

it('leaves the file as it was when it is stopped half-way', async () => {
  const rows = Array.from({ length: 2 * BLOCK_ROWS }, () => plain);
  const { columns, read: scan, scores } = makeRun(rows);
  const { file, handle } = fakeFile();
  const stop = new AbortController();
  const order = { run: 'run', format: 'csv', filter: undefined, to: handle } as const;
  const steps: number[] = [];
  const report = ({ rows }: { rows: number }) => {
    steps.push(rows);
    stop.abort();
  };
  const blocks = { scan, scores };
  const job = exportRun(columns, blocks, order, () => [] as never, {
    report,
    signal: stop.signal,
  });
  await expect(job).rejects.toMatchObject({ name: 'AbortError' });
  expect(steps).toEqual([BLOCK_ROWS]);
  expect(file).toEqual({ content: 'before', aborted: true });
});

it('says quota when the disk is full, and leaves the file as it was', async () => {
  const { columns, read: scan, scores } = makeRun([plain]);
  const { file, handle } = fakeFile(new DOMException('no space', 'QuotaExceededError'));
  const order = { run: 'run', format: 'jsonl', filter: undefined, to: handle } as const;
  const job = exportRun(columns, { scan, scores }, order, () => [] as never, context);
  await expect(job).rejects.toMatchObject({ failure: { code: 'quota' } });
  expect(file).toEqual({ content: 'before', aborted: true });
});

it('leaves rows that come in meanwhile to the next export', async () => {
  const { columns, read: source, scores } = makeRun([plain, { ...plain, cells: ['late'] }], ['id']);
  columns.rows = 1;
  const grow: typeof source = (run, block) => {
    columns.rows = 2;
    return source(run, block);
  };
  const order = { run: 'run', format: 'parquet', filter: undefined } as const;
  const { blob, rows } = await exportRun(
    columns,
    { scan: grow, scores },
    order,
    () => [] as never,
    context,
  );
  expect(rows).toBe(1);
  expect(await read.parquet(await blob!.arrayBuffer())).toHaveLength(1);
});
