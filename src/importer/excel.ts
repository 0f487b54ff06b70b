import { AppError } from '../core/failure.ts';
import type { Cell } from '../core/intake.ts';
import { readEntries, readEntry, type Entry } from './zip.ts';

/** A workbook is held whole: as it lies on the disk, unpacked, and as cells. */
const MOST_PACKED = 60e6; // bytes
const MOST_UNPACKED = 300e6; // bytes of XML

/** Kinds of zip that people take for a table. */
const OTHERS: readonly [start: string, kind: string][] = [
  ['xl/workbook.bin', 'a binary workbook (.xlsb)'],
  ['content.xml', 'an OpenDocument file'],
  ['word/', 'a Word document'],
  ['ppt/', 'a PowerPoint file'],
];

/**
 * The sheets of a workbook, in its own order, hidden ones included.
 *
 * @throws AppError file-binary for any other zip, file-too-large, file-damaged
 */
export async function readSheetNames(file: File): Promise<string[]> {
  const refuse = (code: 'file-binary' | 'file-damaged' | 'file-too-large', detail: string) =>
    new AppError({ code, detail, subject: file.name });
  const entries = await readEntries(file).catch((error: unknown) => {
    if (error instanceof AppError) throw error;
    throw refuse('file-damaged', String(error)); // its directory points outside the file
  });
  if (!entries) throw refuse('file-damaged', 'a zip archive without its directory');
  const workbook = entries.find(({ name }) => name === 'xl/workbook.xml');
  if (!workbook) throw refuse('file-binary', kindOf(entries));
  if (file.size > MOST_PACKED)
    throw refuse(
      'file-too-large',
      `${file.size} bytes; workbooks up to ${MOST_PACKED} can be read`,
    );
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > MOST_UNPACKED)
    throw refuse(
      'file-too-large',
      `${unpacked} bytes unpacked; up to ${MOST_UNPACKED} can be read`,
    );
  const xml = await readEntry(file, workbook, 1e6).catch((error: unknown) => {
    throw refuse('file-damaged', String(error));
  });
  const names = [...xml.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"/g)].map((m) =>
    plain(m[1]!),
  );
  if (names.length === 0) throw refuse('file-damaged', 'a workbook without sheets');
  return names;
}

function kindOf(entries: readonly Entry[]): string {
  const found = OTHERS.find(([start]) => entries.some(({ name }) => name.startsWith(start)));
  return found?.[1] ?? 'a zip archive';
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function plain(xml: string): string {
  return xml.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, digits?: string, name?: string) => {
      if (name) return ENTITIES[name] ?? whole;
      const code = hex ? parseInt(hex, 16) : Number(digits);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** All rows of one sheet; rows without a value are left out, as blank lines are. */
export async function readSheetRows(file: File, sheet: string): Promise<Cell[][]> {
  const { readSheet } = await import('read-excel-file/universal');
  let rows: readonly (readonly unknown[])[];
  try {
    // Unpacks and parses; texts are kept as they are.
    rows = await readSheet(file, sheet, { trim: false });
  } catch (error) {
    throw new AppError({ code: 'file-damaged', detail: String(error), subject: file.name });
  }
  return rows
    .map((row) => row.map(toExcelCell))
    .filter((row) => row.some((cell) => cell !== null && cell !== ''));
}

function toExcelCell(value: unknown): Cell {
  if (value instanceof Date) return isoDate(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return null;
}

/** ISO 8601; the day alone where the time is midnight, as it is for Excel's plain dates. */
export function isoDate(date: Date): string | null {
  if (Number.isNaN(date.getTime())) return null;
  const iso = date.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso;
}
