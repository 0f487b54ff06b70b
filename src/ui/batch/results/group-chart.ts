import { axisX, dot, gridX, ruleX, ruleY, text, type PlotOptions } from '@observablehq/plot';
import type { Interval, Slice } from '../../../core/runs.ts';
import { count, percent } from '../../parts/format.ts';

export type Group = Slice & { group: string };

const ROW_PX = 24;
const LETTERS = 18;
/** Of most letters, at the size below. */
const LETTER_PX = 6.6;

export const groupChartHeight = (groups: number): number => groups * ROW_PX + 50;

/** Ranked by share of positive ones; small groups stand at the end, largest first, because their rank would mean little. */
export function ranked(groups: readonly Group[]): Group[] {
  const large = groups.filter(({ small }) => !small);
  const small = groups.filter(({ small }) => small);
  return [
    ...large.toSorted((a, b) => b.positive.share - a.positive.share),
    ...small.toSorted((a, b) => b.reviews - a.reviews),
  ];
}

const cut = (name: string) => (name.length > LETTERS ? `${name.slice(0, LETTERS - 1)}…` : name);

/** A dot at each group's share of positive reviews, with its 95 % interval, and the number of reviews at the right. */
export function groupChart(groups: readonly Group[], overall: Interval): PlotOptions {
  const color = ({ small }: Group) => (small ? 'var(--chart-muted)' : 'var(--chart-positive)');
  return {
    marginLeft: Math.max(...groups.map(({ group }) => cut(group).length)) * LETTER_PX + 20,
    marginRight: 52,
    marginTop: 8,
    marginBottom: 42,
    x: { domain: [0, 1] },
    y: { type: 'band', domain: groups.map(({ group }) => group), padding: 0, axis: null },
    marks: [
      gridX({ ticks: [0, 0.25, 0.5, 0.75, 1], stroke: 'var(--chart-grid)', strokeOpacity: 1 }),
      axisX({
        ticks: [0, 0.5, 1],
        label: 'Share positive; dashed: all rows',
        labelArrow: 'none',
        labelAnchor: 'center',
        tickFormat: (share: number) => percent(share),
      }),
      ruleX([overall.share], { stroke: 'currentColor', strokeDasharray: '3,3' }),
      ruleY(groups, {
        y: 'group',
        x1: ({ positive }: Group) => positive.low,
        x2: ({ positive }: Group) => positive.high,
        stroke: color,
        strokeWidth: 2.5,
      }),
      dot(groups, {
        y: 'group',
        x: ({ positive }: Group) => positive.share,
        r: 4.5,
        fill: ({ small }: Group) => (small ? 'none' : 'var(--chart-positive)'),
        stroke: color,
        strokeWidth: 1.5,
      }),
      text(groups, {
        y: 'group',
        text: ({ group }: Group) => cut(group),
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: -8,
        fontSize: 12,
        fillOpacity: ({ small }: Group) => (small ? 0.75 : 1),
      }),
      text(groups, {
        y: 'group',
        text: ({ reviews }: Group) => count(reviews),
        frameAnchor: 'right',
        textAnchor: 'end',
        dx: 48,
        fontSize: 11,
        fillOpacity: 0.8,
      }),
    ],
  };
}

export function groupLabel(groups: readonly Group[]): string {
  const large = groups.filter(({ small }) => !small);
  const first = large[0];
  const last = large.at(-1);
  if (!first || !last || first === last)
    return `Share of positive reviews in ${groups.length} groups, with 95% intervals.`;
  return (
    `Share of positive reviews in ${groups.length} groups, with 95% intervals: ` +
    `highest for ${first.group}, ${percent(first.positive.share)}; ` +
    `lowest for ${last.group}, ${percent(last.positive.share)}.`
  );
}
