// Numbers as people read them. The page is in English, so its numbers are too, whatever the browser's language.

const number = (digits: number) =>
  new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const DIGITS = [0, 1, 2].map(number);

const fixed = (value: number, digits: 0 | 1 | 2) => DIGITS[digits]!.format(value);

export const count = (value: number): string => fixed(value, 0);

/** Decimal units, as networks and disks are sold: "522 bytes", "466 kB", "24.1 MB". */
export function bytes(value: number): string {
  if (value < 1000) return `${fixed(value, 0)} bytes`;
  if (value < 999_500) return `${fixed(value / 1e3, 0)} kB`;
  if (value < 999_950_000) return `${fixed(value / 1e6, 1)} MB`;
  return `${fixed(value / 1e9, 2)} GB`;
}

/** Three digits or so, whatever the size: "0.42 ms", "12.3 ms", "340 ms", "1.25 s". */
export function ms(value: number): string {
  if (value < 1) return `${fixed(value, 2)} ms`;
  if (value < 99.95) return `${fixed(value, 1)} ms`;
  if (value < 999.5) return `${fixed(value, 0)} ms`;
  return `${fixed(value / 1000, 2)} s`;
}

/** Rounded up, for waiting: "1 s", "45 s", "3 min 20 s", "1 h 5 min". */
export function duration(seconds: number): string {
  const whole = Math.max(1, Math.ceil(seconds));
  if (whole < 60) return `${whole} s`;
  const [minutes, s] = [Math.floor(whole / 60), whole % 60];
  if (minutes < 60) return s ? `${minutes} min ${s} s` : `${minutes} min`;
  const [hours, min] = [Math.floor(minutes / 60), minutes % 60];
  return min ? `${hours} h ${min} min` : `${hours} h`;
}

/** @param share 0 to 1 */
export function percent(share: number, digits: 0 | 1 | 2 = 0): string {
  return `${fixed(share * 100, digits)}%`;
}
