/** How the numbers of a date such as 3/4/2026 are ordered; ISO dates and epochs need none. */
export type DateOrder = 'dmy' | 'mdy';

const DAY = 86_400_000; // ms
const EARLIEST = Date.UTC(1970, 0, 2);
const LATEST = Date.UTC(2100, 0, 1);

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;
const COMPACT = /^(\d{4})[/.]?(\d{2})[/.]?(\d{2})$/;
const NUMBERS =
  /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?)?)?$/i;
const NAMED =
  /^(?:(\d{1,2})(?:st|nd|rd|th)?[\s.-]+)?([a-z]{3,9})\.?[\s.-]+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function fromParts(
  year: number,
  month: number,
  day: number,
  [hour = 0, minute = 0, second = 0, ms = 0]: readonly number[] = [],
): number {
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second, ms));
  // 31 February would come out as 3 March.
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && hour < 25 && minute < 60 && second < 61 ? date.getTime() : NaN;
}

/**
 * A date as files write it: ISO 8601, 20260803, 3.8.2026, 3/8/26 9:05 pm, 3 Aug 2026, August 3, 2026, or seconds or
 * milliseconds since 1970. Times without a zone count as UTC, so that the same file gives the same days everywhere.
 *
 * @returns ms since 1970; NaN for anything else and for years outside 1970 to 2099
 */
export function readDate(
  value: string | number | boolean | null,
  order: DateOrder = 'dmy',
): number {
  const ms = anyDate(value, order);
  return ms >= EARLIEST && ms < LATEST ? ms : NaN;
}

function anyDate(value: string | number | boolean | null, order: DateOrder): number {
  if (typeof value === 'number') return fromEpoch(value);
  if (typeof value !== 'string' || value.length > 40) return NaN;
  const text = value.trim();
  const iso = ISO.exec(text);
  if (iso) {
    const ms = iso[7] ? Number(iso[7].slice(0, 3).padEnd(3, '0')) : 0;
    const time = [Number(iso[4] ?? 0), Number(iso[5] ?? 0), Number(iso[6] ?? 0), ms];
    return fromParts(Number(iso[1]), Number(iso[2]), Number(iso[3]), time) - offset(iso[8]);
  }
  const compact = COMPACT.exec(text);
  if (compact) return fromParts(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const numbers = NUMBERS.exec(text);
  if (numbers) return fromNumbers(numbers, order);
  const named = NAMED.exec(text);
  if (named) {
    const month = MONTHS.indexOf(named[2]!.slice(0, 3).toLowerCase()) + 1;
    return month === 0
      ? NaN
      : fromParts(Number(named[4]), month, Number(named[1] ?? named[3] ?? 1));
  }
  return /^\d{10}(?:\d{3})?(?:\.\d+)?$/.test(text) ? fromEpoch(Number(text)) : NaN;
}

function fromNumbers(parts: RegExpExecArray, order: DateOrder): number {
  const [a, b, c] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const year = c < 100 ? (c < 70 ? 2000 + c : 1900 + c) : c;
  const half = parts[7]?.[0]?.toLowerCase();
  const hour = Number(parts[4] ?? 0);
  const hours = half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour;
  const time = [hours, Number(parts[5] ?? 0), Number(parts[6] ?? 0)];
  return order === 'dmy' ? fromParts(year, b, a, time) : fromParts(year, a, b, time);
}

function fromEpoch(value: number): number {
  const ms = Math.abs(value) < 1e11 ? value * 1000 : value;
  return ms >= 1e12 / 2 ? Math.round(ms) : NaN; // before November 1985: rather a plain number
}

function offset(zone: string | undefined): number {
  const found = zone && /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!found) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return (found[1] === '-' ? -minutes : minutes) * 60_000;
}

/**
 * Day or month first, decided over a column: a number over 12 tells; where none does, the order whose dates lie closer
 * together, since a file covers weeks or months rather than all of them; a dot means day first.
 */
export function dateOrder(values: readonly (string | number | boolean | null)[]): DateOrder {
  const texts = values.filter((v) => typeof v === 'string').filter((v) => NUMBERS.test(v.trim()));
  if (texts.length === 0) return 'dmy';
  const read = (order: DateOrder) =>
    texts.map((text) => readDate(text, order)).filter((ms) => ms === ms);
  const [dmy, mdy] = [read('dmy'), read('mdy')];
  if (dmy.length !== mdy.length) return dmy.length > mdy.length ? 'dmy' : 'mdy';
  if (texts[0]!.includes('.')) return 'dmy';
  const days = (all: number[]) =>
    (all.reduce((a, b) => Math.max(a, b)) - all.reduce((a, b) => Math.min(a, b))) / DAY;
  if (dmy.length === 0) return 'dmy';
  return days(mdy) <= days(dmy) ? 'mdy' : 'dmy';
}
