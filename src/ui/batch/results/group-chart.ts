import { axisX, dot, gridX, ruleX, ruleY, text, type PlotOptions } from '@observablehq/plot';
import { shareIn } from '../../../core/analysis/tally.ts';
import type { Slice } from '../../../core/runs.ts';
import { count, percent } from '../../parts/format.ts';
import type { Focus } from './focus.ts';
import type { Interval } from '../../../core/analysis/wilson.ts';

export type Group = Slice & { group: string };

const ROW_PX = 24;
const LETTERS = 18;
/** Of most letters, at the size below. */
const LETTER_PX = 6.6;

export const groupChartHeight = (groups: number): number => groups * ROW_PX + 50;

/** Ranked by the share of one label; small groups stand at the end, largest first, because their rank would mean little. */
export function ranked(groups: readonly Group[], label: string): Group[] {
  const large = groups.filter(({ small }) => !small);
  const small = groups.filter(({ small }) => small);
  return [
    ...large.toSorted((a, b) => shareIn(b, label).share - shareIn(a, label).share),
    ...small.toSorted((a, b) => b.reviews - a.reviews),
  ];
}

const cut = (name: string) => (name.length > LETTERS ? `${name.slice(0, LETTERS - 1)}…` : name);

/** A dot at each group's share of the label, with its 95 % interval, and the number of reviews at the right. */
export function groupChart(groups: readonly Group[], overall: Interval, focus: Focus): PlotOptions {
  const color = ({ small }: Group) => (small ? 'var(--chart-muted)' : focus.color);
  const share = (group: Group) => shareIn(group, focus.label);
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
        label: `${focus.axis}; dashed: all rows`,
        labelArrow: 'none',
        labelAnchor: 'center',
        tickFormat: (share: number) => percent(share),
      }),
      ruleX([overall.share], { stroke: 'currentColor', strokeDasharray: '3,3' }),
      ruleY(groups, {
        y: 'group',
        x1: (group: Group) => share(group).low,
        x2: (group: Group) => share(group).high,
        stroke: color,
        strokeWidth: 2.5,
      }),
      dot(groups, {
        y: 'group',
        x: (group: Group) => share(group).share,
        r: 4.5,
        fill: ({ small }: Group) => (small ? 'none' : focus.color),
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

export function groupLabel(groups: readonly Group[], { label, name }: Focus): string {
  const large = groups.filter(({ small }) => !small);
  const first = large[0];
  const last = large.at(-1);
  if (!first || !last || first === last)
    return `Share of ${name} reviews in ${groups.length} groups, with 95% intervals.`;
  return (
    `Share of ${name} reviews in ${groups.length} groups, with 95% intervals: ` +
    `highest for ${first.group}, ${percent(shareIn(first, label).share)}; ` +
    `lowest for ${last.group}, ${percent(shareIn(last, label).share)}.`
  );
}
