import type { Format, HowFound, Inspection, Reading } from '../../../core/intake.ts';

export const FORMAT_NAMES: Record<Format, string> = {
  csv: 'Delimited text (CSV, TSV)',
  jsonl: 'JSON Lines',
  json: 'JSON',
  text: 'Plain text',
  excel: 'Excel',
  parquet: 'Parquet',
};

const SHORT_NAMES: Record<Format, string> = { ...FORMAT_NAMES, csv: 'CSV' };

/** Those that people meet, by the names that TextDecoder knows. */
export const ENCODINGS: readonly [string, string][] = [
  ['utf-8', 'UTF-8'],
  ['utf-16le', 'UTF-16, little endian'],
  ['utf-16be', 'UTF-16, big endian'],
  ['windows-1252', 'Windows-1252 (Western European)'],
  ['iso-8859-15', 'ISO 8859-15 (Western European)'],
  ['macintosh', 'Mac Roman (Western European)'],
  ['windows-1250', 'Windows-1250 (Central European)'],
  ['iso-8859-2', 'ISO 8859-2 (Central European)'],
  ['windows-1251', 'Windows-1251 (Cyrillic)'],
  ['koi8-r', 'KOI8-R (Cyrillic)'],
  ['windows-1253', 'Windows-1253 (Greek)'],
  ['windows-1254', 'Windows-1254 (Turkish)'],
  ['windows-1255', 'Windows-1255 (Hebrew)'],
  ['windows-1256', 'Windows-1256 (Arabic)'],
  ['windows-1257', 'Windows-1257 (Baltic)'],
  ['shift_jis', 'Shift JIS (Japanese)'],
  ['euc-jp', 'EUC-JP (Japanese)'],
  ['gb18030', 'GB 18030 (Chinese)'],
  ['big5', 'Big5 (Chinese)'],
  ['euc-kr', 'EUC-KR (Korean)'],
];

export const encodingName = (label: string): string =>
  ENCODINGS.find(([id]) => id === label)?.[1] ?? label;

export const DELIMITERS: readonly [string, string][] = [
  [',', 'Comma'],
  [';', 'Semicolon'],
  ['\t', 'Tab'],
  ['|', 'Pipe |'],
];

export const delimiterName = (delimiter: string): string =>
  DELIMITERS.find(([character]) => character === delimiter)?.[1] ?? `“${delimiter}”`;

export const HOW_FOUND: Record<HowFound, string> = {
  bom: 'Stated by the file itself',
  'nul-pattern': 'Recognised by its zero bytes',
  'valid-utf-8': 'Recognised: every byte fits',
  guess: 'Guessed from the letters: look at the preview',
  chosen: 'Chosen by you',
};

/** @returns such as ["CSV, gzip", "Comma between cells", "Names in the first row", "UTF-8"] */
export function readingSummary({ reading, encodingFrom }: Inspection): string[] {
  const { format, gzip, delimiter, encoding, header, sheet, unit } = reading;
  const parts = [
    SHORT_NAMES[format] + (gzip ? ', gzip' : ''),
    delimiter && `${delimiterName(delimiter)} between cells`,
    sheet && `Sheet “${sheet}”`,
    unit && (unit === 'line' ? 'A text in each line' : 'A text in each paragraph'),
    CHOICES[format].includes('header') && (header ? 'Names in the first row' : 'No row of names'),
    encoding && encodingName(encoding) + (encodingFrom === 'guess' ? ', a guess' : ''),
  ];
  return parts.filter((part): part is string => typeof part === 'string' && part !== '');
}

/** Which of the choices belong to a format. */
export const CHOICES: Record<Format, readonly (keyof Reading)[]> = {
  csv: ['delimiter', 'quote', 'header', 'encoding'],
  jsonl: ['encoding'],
  json: ['encoding'],
  text: ['unit', 'encoding'],
  excel: ['sheet', 'header'],
  parquet: [],
};
