/** A numeric axis: linear from 0, or logarithmic where the values differ so much that the small ones would vanish. */
export interface AxisScale {
  type: 'linear' | 'log';
  domain: [number, number];
  ticks: number[];
}

/** Largest over smallest from which on an axis is logarithmic. */
const WIDE = 12;
/** Ticks that fit side by side on a phone. */
const MOST_TICKS = 6;

/** @param values any; those that are not positive decide against a logarithm */
export function scaleFor(values: readonly number[]): AxisScale {
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), 0);
  if (low > 0 && Number.isFinite(low) && high / low > WIDE) return logScale(low, high);
  return linearScale(high);
}

/** From 0, with a little room above. */
export function linearScale(high: number): AxisScale {
  const top = high > 0 ? high * 1.06 : 1;
  const rough = top / MOST_TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  const ticks = Array.from({ length: Math.floor(top / step) + 1 }, (_, i) => round(i * step));
  return { type: 'linear', domain: [0, top], ticks };
}

/** @param low above 0 */
export function logScale(low: number, high: number, most = MOST_TICKS): AxisScale {
  const [from, to] = [low / 1.15, high * 1.15];
  const within = (factors: readonly number[]) => {
    const ticks: number[] = [];
    for (let power = Math.floor(Math.log10(from)); power <= Math.ceil(Math.log10(to)); power++)
      for (const factor of factors) {
        const tick = round(factor * 10 ** power);
        if (tick >= from && tick <= to) ticks.push(tick);
      }
    return ticks;
  };
  const choices = [[1, 2, 5], [1, 3], [1]].map(within);
  const ticks = choices.find(({ length }) => length <= most) ?? choices[2]!;
  return { type: 'log', domain: [from, to], ticks };
}

/** Takes 0.30000000000000004 back to 0.3. */
const round = (value: number) => Number(value.toPrecision(6));

const plain = new Intl.NumberFormat('en', { maximumSignificantDigits: 6 });
/** A tick without its unit, which the axis's name gives. Pass it as `text`: as a tickFormat, log axes leave some ticks blank. */
export const tickText = (value: number): string => plain.format(value);

/** The name of a horizontal axis, below its ticks, with room for the tail of a g. */
export const axisName = (label: string) =>
  ({ label, labelArrow: 'none', labelAnchor: 'center', labelOffset: 36 }) as const;
