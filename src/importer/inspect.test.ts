import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import type { Cell, Reading } from '../core/intake.ts';
import { join, workbook, zip } from './fixtures/workbook.ts';
import { inspect } from './inspect.ts';
import { survey } from './survey.ts';

const context = { report: () => {}, signal: new AbortController().signal };
type Bytes = Uint8Array<ArrayBuffer>;
const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const look = (content: string | Bytes, name = 'x', reading: Partial<Reading> = {}) =>
  inspect({ file: new File([content], name), reading });

function utf16(text: string, littleEnd: boolean): Bytes {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEnd);
  return new Uint8Array(view.buffer);
}
const latin1 = (text: string): Bytes => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const TABLE: Cell[][] = [
  ['1', 'Très bon café, vraiment. Me gustó “mucho” — ¡sí! שלום 😀', 'positive'],
  ['2', 'He said "never again"\nand left without paying.', 'negative'],
  ['3', 'It was fine; nothing to write home about, really.', 'neutral'],
];
const HEAD = ['nr', 'a', 'b'];
const csv = (delimiter = ',', end = '\n', rows: readonly (readonly Cell[])[] = [HEAD, ...TABLE]) =>
  rows
    .map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(delimiter))
    .join(end) + end;

describe('encodings', () => {
  const cases: [name: string, bytes: Bytes, encoding: string, from: string][] = [
    ['UTF-8', utf8(csv()), 'utf-8', 'valid-utf-8'],
    ['UTF-8 with a mark', utf8('\uFEFF' + csv()), 'utf-8', 'bom'],
    ['UTF-16, little end first, with a mark', utf16('\uFEFF' + csv(), true), 'utf-16le', 'bom'],
    ['UTF-16, big end first, with a mark', utf16('\uFEFF' + csv(), false), 'utf-16be', 'bom'],
    ['UTF-16, little end first', utf16(csv(), true), 'utf-16le', 'nul-pattern'],
    ['UTF-16, big end first', utf16(csv(), false), 'utf-16be', 'nul-pattern'],
  ];
  it.each(cases)('reads %s', async (_, bytes, encoding, from) => {
    const found = await look(bytes);
    expect(found.reading.encoding).toBe(encoding);
    expect(found.encodingFrom).toBe(from);
    expect(found.columns.map(({ name }) => name)).toEqual(HEAD);
    expect(found.rows).toEqual(TABLE);
    expect(found.problems.total).toBe(0);
  });

  it('guesses windows-1252, and reads as told', async () => {
    const text = csv()
      .replace('שלום 😀', '')
      .replace('“mucho”', '\x93mucho\x94')
      .replace('—', '\x97');
    const found = await look(latin1(text));
    expect(found).toMatchObject({ encodingFrom: 'guess', reading: { encoding: 'windows-1252' } });
    expect(found.rows[0]![1]).toContain('Très bon café, vraiment. Me gustó “mucho” — ¡sí!');
    const told = await look(latin1(text), 'x', { encoding: 'ISO-8859-7' });
    expect(told).toMatchObject({ encodingFrom: 'chosen', reading: { encoding: 'iso-8859-7' } });
    expect(told.rows[0]![1]).toContain('Trθs');
  });

  it('keeps rows with bytes that the encoding does not know, and says where the first is', async () => {
    const bytes = join([
      utf8('text,n\nfine,1\nbroken '),
      latin1('\xff\xfe'),
      utf8(' here,2\nlast,3\n'),
    ]);
    const found = await look(bytes, 'x', { encoding: 'utf-8' });
    expect(found.rows).toHaveLength(3);
    expect(found.problems).toMatchObject({
      total: 1,
      skipped: 0,
      listed: [{ kind: 'undecodable', line: 3 }],
    });
  });

  it('says nothing of U+FFFD that the file itself holds', async () => {
    expect((await look('text,n\nwas broken \uFFFD before,1\nb,2\n')).problems.total).toBe(0);
  });

  it('takes NULs out of texts and says so', async () => {
    const found = await look('text,n\nfine,1\nwith\0 two\0 of them,2\n');
    expect(found.rows[1]).toEqual(['with two of them', '2']);
    expect(found.problems.listed).toMatchObject([{ kind: 'nul', line: 3, detail: '2 characters' }]);
  });

  it('reads a character that the end of the inspected part cuts in two', async () => {
    for (let shift = 0; shift < 4; shift++) {
      const text = 'x'.repeat(shift) + '😀 good one\n'.repeat(90_000);
      expect((await look(text)).encodingFrom).toBe('valid-utf-8');
    }
  });
});

describe('formats', () => {
  for (const delimiter of [',', ';', '\t', '|'])
    for (const end of ['\n', '\r\n', '\r'])
      it(`finds ${JSON.stringify(delimiter)} and line ends ${JSON.stringify(end)}`, async () => {
        const flat = TABLE.map((row) => row.map((cell) => String(cell).replace('\n', ' ')));
        const found = await look(csv(delimiter, end, [HEAD, ...flat]));
        expect(found.reading).toMatchObject({ format: 'csv', delimiter, quote: '"', header: true });
        expect(found.rows).toEqual(flat);
      });

  it('finds a semicolon although texts hold commas and numbers have them', async () => {
    const found = await look('text;score\nGood, cheap, fast;4,5\nBad, slow;1,5\nFine;3,0\n');
    expect(found.reading).toMatchObject({ delimiter: ';', header: true });
  });

  it('finds that there is no header', async () => {
    const rows = TABLE.map((row) => row.slice());
    const found = await look(csv(',', '\n', rows));
    expect(found.reading.header).toBe(false);
    expect(found.columns.map(({ name }) => name)).toEqual(['Column 1', 'Column 2', 'Column 3']);
    expect(found.rows).toHaveLength(3);
  });

  it('does as told about header, delimiter and quotes', async () => {
    const found = await look('a;b\n"c;d"\n', 'x', {
      format: 'csv',
      delimiter: ';',
      quote: '',
      header: false,
    });
    expect(found.rows).toEqual([
      ['a', 'b'],
      ['"c', 'd"'],
    ]);
  });

  it('names columns that have no name or the same', async () => {
    const found = await look(
      'id,text,,text,text (2)\n1,some long text here,2,and another one,x\n',
      'x',
      { header: true },
    );
    expect(found.columns.map(({ name }) => name)).toEqual([
      'id',
      'text',
      'Column 3',
      'text (2)',
      'text (2) (2)',
    ]);
  });

  it('pads and cuts ragged rows and says which', async () => {
    const found = await look('a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12,\n', 'x.csv', {
      delimiter: ',',
      header: true,
    });
    expect(found.rows).toEqual([
      ['1', '2', '3'],
      ['4', '5', null],
      ['6', '7', '8'],
      ['10', '11', '12'],
    ]);
    expect(found.problems.listed).toMatchObject([
      { kind: 'ragged-row', row: 2, line: 3, detail: '2 cells, 3 columns', skipped: false },
      { kind: 'ragged-row', row: 3, line: 4 },
    ]);
  });

  it('keeps the first 500 of ten thousand columns and says so once', async () => {
    const row = (what: string) => Array.from({ length: 10_000 }, (_, i) => what + i).join(',');
    const found = await look(`${row('name')}\n${row('a')}\n${row('b')}\n`);
    expect(found.columns).toHaveLength(500);
    expect(found.rows[1]).toHaveLength(500);
    expect(found.problems.listed).toMatchObject([
      { kind: 'many-columns', detail: '10000 columns, 500 are kept' },
    ]);
  });

  it('reads JSON lines with nested values, names that come later and lines that are not JSON', async () => {
    const lines = [
      '{"t":"Good one, this","n":{"a":1}}',
      '{"t":"oops}',
      '{"t":"Bad one, that","m":2}',
      '[1]',
    ];
    const found = await look(lines.join('\n'));
    expect(found.reading.format).toBe('jsonl');
    expect(found.columns.map(({ name }) => name)).toEqual(['t', 'n', 'm']);
    expect(found.rows).toEqual([
      ['Good one, this', '{"a":1}', null],
      ['Bad one, that', null, 2],
    ]);
    expect(found.problems).toMatchObject({
      skipped: 2,
      listed: [
        { kind: 'bad-json', row: 2, line: 2 },
        { kind: 'not-an-object', row: 4, line: 4 },
      ],
    });
  });

  it.each([
    ['a list', '[{"t":"x y","n":1},\n{"t":"z"}]'],
    ['a list in an object', '{"count":2,"items":[{"t":"x y","n":1},{"t":"z"}]}'],
  ])('reads %s of JSON objects', async (_, text) => {
    const found = await look(text);
    expect(found.reading.format).toBe('json');
    expect(found.rows).toEqual([
      ['x y', 1],
      ['z', null],
    ]);
  });

  it('reads a JSON list of texts', async () => {
    const found = await look('["Really good.","Really bad."]');
    expect(found).toMatchObject({
      columns: [{ name: 'text', role: 'text' }],
      mapping: { text: 0 },
    });
    expect(found.rows).toEqual([['Really good.'], ['Really bad.']]);
  });

  it('reads plain text by lines and by paragraphs', async () => {
    const prose = 'Great, would buy again.\nNot for me, sorry.\n[Spoiler] The end, alas, is bad.\n';
    const lines = await look(prose);
    expect(lines.reading).toMatchObject({ format: 'text', unit: 'line' });
    expect(lines.rows).toHaveLength(3);
    const found = await look(prose + '\n' + prose);
    expect(found.reading.unit).toBe('paragraph');
    expect(found.rows).toHaveLength(2);
  });
});

describe('gzip', () => {
  const many =
    'text,n\n' +
    Array.from({ length: 20_000 }, (_, i) => `review number ${i * 7919},${i}`).join('\n');

  it('reads what is packed, and forgets nothing', async () => {
    const file = new File([new Uint8Array(gzipSync(many))], 'x.csv.gz');
    const found = await inspect({ file, reading: {} });
    expect(found.reading).toMatchObject({ format: 'csv', gzip: true });
    const counted = await survey({ file, reading: found.reading, mapping: found.mapping }, context);
    expect(counted).toMatchObject({ rows: 20_000, problems: { total: 0 } });
  });

  it('keeps what could be unpacked of a cut file, and says that it ends there', async () => {
    const packed = new Uint8Array(gzipSync(many));
    const file = new File([packed.slice(0, Math.floor(packed.length * 0.7))], 'x');
    const found = await inspect({ file, reading: {} });
    const { rows, problems } = await survey(
      { file, reading: found.reading, mapping: found.mapping },
      context,
    );
    expect(rows).toBeGreaterThan(12_000);
    expect(problems.listed.at(-1)).toMatchObject({ kind: 'cut-off', ends: true });
  });
});

describe('Excel', () => {
  const day = new Date(Date.UTC(2026, 2, 4));
  const bytes = workbook({
    'Notes & more': [['nothing here']],
    Reviews: [
      ['text', 'stars', 'ok', 'on'],
      [' kept as it is <here> ', 4.5, true, day],
      [null, null, null, null],
      ['second review in the sheet', 1, false, day],
    ],
  });

  it('lists the sheets and reads the one that is chosen', async () => {
    const found = await look(bytes, 'x', { sheet: 'Reviews' });
    expect(found.sheets).toEqual(['Notes & more', 'Reviews']);
    expect(found.reading).toEqual({ format: 'excel', gzip: false, sheet: 'Reviews', header: true });
    expect(found.columns.map(({ name }) => name)).toEqual(['text', 'stars', 'ok', 'on']);
    expect(found.rows).toEqual([
      [' kept as it is <here> ', 4.5, true, '2026-03-04'],
      ['second review in the sheet', 1, false, '2026-03-04'],
    ]);
  });

  it('starts with the first sheet', async () => {
    expect((await look(bytes)).reading.sheet).toBe('Notes & more');
  });

  it('reads a sheet with an error in a cell', async () => {
    const found = await look(
      workbook({
        S: [
          ['text', 'n'],
          ['one review here', new Error('#N/A')],
          ['another one', 2],
        ],
      }),
    );
    expect(found.rows).toHaveLength(2);
  });

  it('refuses what would not fit, before it is unpacked', async () => {
    const huge = workbook({ S: [['text']] });
    const at = new TextDecoder('latin1').decode(huge).lastIndexOf('PK\x01\x02');
    new DataView(huge.buffer).setUint32(at + 24, 3e9, true);
    await expect(look(huge)).rejects.toMatchObject({
      failure: { code: 'file-too-large', subject: 'x' },
    });
  });
});

describe('Parquet', () => {
  const buffer = () =>
    parquetWriteBuffer({
      columnData: [
        {
          name: 'text',
          data: Array.from({ length: 3000 }, (_, i) => `review number ${i}, quite long`),
        },
        { name: 'n', data: Array.from({ length: 3000 }, (_, i) => BigInt(i)), type: 'INT64' },
        {
          name: 'on',
          data: Array.from({ length: 3000 }, () => new Date(Date.UTC(2026, 0, 2, 3))),
          type: 'TIMESTAMP',
        },
      ],
      rowGroupSize: 1000,
    });

  it('reads all row groups', async () => {
    const file = new File([buffer()], 'x');
    const found = await inspect({ file, reading: {} });
    expect(found.reading).toEqual({ format: 'parquet', gzip: false });
    expect(found.rows[1]).toEqual(['review number 1, quite long', 1, '2026-01-02T03:00:00.000Z']);
    expect(found.mapping).toMatchObject({ text: 0 });
    const counted = await survey({ file, reading: found.reading, mapping: found.mapping }, context);
    expect(counted.rows).toBe(3000);
  });

  it('says that a file is damaged when its directory is', async () => {
    await expect(look(new Uint8Array(buffer().slice(0, 2000)))).rejects.toMatchObject({
      failure: { code: 'file-damaged' },
    });
  });
});

describe('files that cannot be read', () => {
  const compound = (inside: string) =>
    join([latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), new Uint8Array(600), utf16(inside, true)]);
  it.each([
    ['0 bytes', new Uint8Array(), 'file-empty'],
    ['a mark alone', utf8('\uFEFF'), 'file-empty'],
    ['white space', utf8(' \n\n\t '), 'file-empty'],
    ['a workbook with a password', compound('EncryptedPackage'), 'file-encrypted'],
    ['an old workbook', compound('Workbook'), 'file-binary'],
    ['another zip', zip({ 'a.txt': 'x' }), 'file-binary'],
    ['a zip cut short', zip({ 'a.txt': 'x' }).slice(0, 60), 'file-damaged'],
    ['a PDF', utf8('%PDF-1.7 and more'), 'file-binary'],
    [
      'random bytes',
      Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256),
      'file-binary',
    ],
    ['gzip around a PDF', new Uint8Array(gzipSync('%PDF-1.7 and more')), 'file-binary'],
    [
      'damaged gzip',
      Uint8Array.from([0x1f, 0x8b, 8, 0, ...new Array<number>(100).fill(255)]),
      'file-damaged',
    ],
  ] as [string, Bytes, string][])('refuses %s', async (_, bytes, code) => {
    await expect(look(bytes, 'my file')).rejects.toMatchObject({
      failure: { code, subject: 'my file' },
    });
  });

  it('says that a file is gone', async () => {
    const file = new File(['text\n'], 'gone');
    const gone = () => {
      throw new DOMException('gone', 'NotReadableError');
    };
    Object.assign(file, { slice: gone, stream: gone });
    await expect(inspect({ file, reading: {} })).rejects.toMatchObject({
      failure: { code: 'file-unreadable', subject: 'gone' },
    });
  });
});

it('gives the same shape for the same columns, another for others', async () => {
  const [a, b, c] = await Promise.all(
    ['t,n\nx y z,1\n', 't,n\nother words,2\n', 't,m\nx y z,1\n'].map((text) => look(text, 'x.csv')),
  );
  expect(a!.shape).toBe(b!.shape);
  expect(a!.shape).not.toBe(c!.shape);
});

it('gives back any table through a whole file, in any encoding', async () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'Z', 'é', '😀', 'ש', ' ', ',', '"', '\n', ';'),
    maxLength: 12,
  });
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
  const write = fc.constantFrom(
    utf8,
    (t: string) => utf16('\uFEFF' + t, true),
    (t: string) => utf16('\uFEFF' + t, false),
  );
  await fc.assert(
    fc.asyncProperty(
      rows,
      write,
      fc.constantFrom(',', ';', '\t', '|'),
      async (table, encode, delimiter) => {
        const whole = [['text', 'label', 'id'], ...table];
        const found = await look(encode(csv(delimiter, '\r\n', whole)), 'x', {
          format: 'csv',
          delimiter,
          header: true,
        });
        expect(found.rows).toEqual(table);
      },
    ),
    { numRuns: 300 },
  );
});
