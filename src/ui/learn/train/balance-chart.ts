import { axisX, barX, gridX, text, type PlotOptions } from '@observablehq/plot';
import { count, percent } from '../../parts/format.ts';

export interface Share {
  label: string;
  texts: number;
  /** Of all texts, 0 to 1. */
  share: number;
}

const ROW_PX = 22;
const LETTERS = 18;
/** Of most letters, at the size below. */
const LETTER_PX = 6.6;

export const balanceHeight = (labels: number): number => labels * ROW_PX + 46;

const cut = (name: string) => (name.length > LETTERS ? `${name.slice(0, LETTERS - 1)}…` : name);

/** @returns texts of each label, most frequent first */
export function sharesOf(labels: readonly string[], targets: readonly number[]): Share[] {
  const counts = labels.map(() => 0);
  for (const target of targets) counts[target]! += 1;
  return labels.map((label, k) => ({
    label,
    texts: counts[k]!,
    share: counts[k]! / targets.length,
  }));
}

/** A bar for each label. */
export function balanceChart(shares: readonly Share[]): PlotOptions {
  const longest = Math.max(...shares.map(({ label }) => cut(label).length));
  return {
    marginLeft: longest * LETTER_PX + 18,
    marginRight: 44,
    marginTop: 4,
    marginBottom: 40,
    x: { domain: [0, Math.max(...shares.map(({ texts }) => texts))] },
    y: { type: 'band', domain: shares.map(({ label }) => label), padding: 0.25, axis: null },
    marks: [
      gridX({ ticks: 4, stroke: 'var(--chart-grid)', strokeOpacity: 1 }),
      axisX({ ticks: 4, label: 'Texts', labelArrow: 'none', labelAnchor: 'center' }),
      barX(shares, { y: 'label', x: 'texts', fill: 'var(--chart-plain)' }),
      text(shares, {
        y: 'label',
        text: ({ label }: Share) => cut(label),
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: -8,
        fontSize: 12,
      }),
      text(shares, {
        y: 'label',
        x: 'texts',
        text: ({ texts }: Share) => count(texts),
        textAnchor: 'start',
        dx: 6,
        fontSize: 11,
      }),
    ],
  };
}

/** @returns the chart in a sentence */
export function balanceLabel(shares: readonly Share[]): string {
  const [first, last] = [shares[0]!, shares.at(-1)!];
  return `Texts of ${shares.length} labels: most of “${first.label}”, ${count(first.texts)} (${percent(first.share)}), fewest of “${last.label}”, ${count(last.texts)} (${percent(last.share)}).`;
}
