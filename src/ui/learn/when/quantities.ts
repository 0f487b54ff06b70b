import { count, duration, ms, percent } from '../../parts/format.ts';

const threeDigits = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const DAY = 86_400;
const YEAR = 365.25 * DAY;

/** Three digits, any size: "0.232", "2", "1,160". */
export const rate = (value: number): string => threeDigits.format(value);

/** Seconds, from a fraction of one to years: "17.8 ms", "2 s", "2 h 47 min", "31 days". Infinity: there is no end. */
export function span(seconds: number): string {
  if (seconds === Infinity) return 'without end';
  if (seconds === 0) return '0 s';
  if (seconds < 0.9995) return ms(seconds * 1000);
  if (seconds < 60) return `${rate(seconds)} s`;
  if (seconds < 2 * DAY) return duration(seconds < 3600 ? seconds : 60 * Math.ceil(seconds / 60));
  if (seconds < 2 * YEAR) return `${rate(seconds / DAY)} days`;
  return `${rate(seconds / YEAR)} years`;
}

/** "12.5%"; of full use on: "never catches up (231%)" */
export const busyText = (utilisation: number): string =>
  utilisation >= 1 ? `never catches up (${percent(utilisation)})` : percent(utilisation, 1);

/** "1 worker", "2 workers" */
export const workers = (n: number): string => `${count(n)} ${n === 1 ? 'worker' : 'workers'}`;

/** "0.4 h", "731 h" */
export const hours = (value: number): string =>
  value > 0 && value < 0.1 ? 'under 0.1 h' : `${rate(value)} h`;
