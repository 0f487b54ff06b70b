import { count } from '../../parts/format.ts';

/**
 * A range of time in the unit that its upper end calls for, the ends rounded so that they don't look more exact than they
 * are: "1 s", "20 to 30 s", "3 to 4 min", "1.5 to 2 h".
 */
export function timeRange(lowSeconds: number, highSeconds: number): string {
  const { name, seconds, step } = UNITS.find(({ upTo }) => highSeconds <= upTo)!;
  const low = Math.max(step, Math.floor(lowSeconds / seconds / step) * step);
  const high = Math.max(step, Math.ceil(highSeconds / seconds / step) * step);
  return low >= high ? `${plain(high)} ${name}` : `${plain(low)} to ${plain(high)} ${name}`;
}

const UNITS = [
  { upTo: 10, name: 's', seconds: 1, step: 1 },
  { upTo: 90, name: 's', seconds: 1, step: 5 },
  { upTo: 90 * 60, name: 'min', seconds: 60, step: 1 },
  { upTo: 10 * 3600, name: 'h', seconds: 3600, step: 0.5 },
  { upTo: Infinity, name: 'h', seconds: 3600, step: 1 },
];

const plain = (value: number) => (Number.isInteger(value) ? count(value) : value.toFixed(1));
