import { axisX, dot, gridX, link, ruleX, text, type PlotOptions } from '@observablehq/plot';
import { ms } from '../../parts/format.ts';
import { scaleFor, tickText } from '../results/axis-scale.ts';
import type { MachineRow } from './machines.ts';

const ROW_PX = 40;
const FOOT_PX = 44;

export const machinesHeight = (rows: number): number => rows * ROW_PX + FOOT_PX + 12;

const nameOf = ({ machine, model, device }: MachineRow) => `${machine}: ${model}, ${device}`;

/** A row for each machine and model: real time filled with its interval, batch hollow, 0.1 s and 0.005 s as lines. */
export function machinesChart(rows: readonly MachineRow[]): PlotOptions {
  const values = rows.flatMap(({ realTime, batch }) => [
    realTime.low,
    realTime.high,
    ...(batch ? [batch.value] : []),
  ]);
  const { type, domain, ticks } = scaleFor(values);
  const place = new Map(rows.map(({ id }, i) => [id, i + 0.68]));
  const y = ({ id }: MachineRow) => place.get(id)!;
  const batched = rows.filter(({ batch }) => batch);
  return {
    marginLeft: 14,
    marginRight: 18,
    marginTop: 4,
    marginBottom: FOOT_PX,
    x: { type, domain },
    y: {
      type: 'linear',
      domain: [0, rows.length],
      range: [8, 8 + rows.length * ROW_PX],
      axis: null,
    },
    marks: [
      gridX(ticks, { stroke: 'var(--chart-grid)', strokeOpacity: 1 }),
      axisX(ticks, {
        label: 'ms a review',
        labelArrow: 'none',
        labelAnchor: 'center',
        text: tickText,
      }),
      ruleX(
        [5, 100].filter((bound) => bound >= domain[0] && bound <= domain[1]),
        { stroke: 'currentColor', strokeDasharray: '3,3' },
      ),
      text(rows, {
        y: ({ id }: MachineRow) => place.get(id)! - 0.4,
        text: nameOf,
        frameAnchor: 'left',
        textAnchor: 'start',
        fontSize: 12,
      }),
      link(rows, {
        x1: ({ realTime }: MachineRow) => realTime.low,
        x2: ({ realTime }: MachineRow) => realTime.high,
        y1: y,
        y2: y,
        stroke: 'var(--chart-plain)',
        strokeWidth: 3,
        strokeOpacity: 0.6,
      }),
      dot(batched, {
        x: ({ batch }: MachineRow) => batch!.value,
        y,
        r: 5,
        fill: 'var(--mantine-color-body)',
        stroke: 'var(--chart-positive)',
        strokeWidth: 2,
      }),
      dot(rows, {
        x: ({ realTime }: MachineRow) => realTime.value,
        y,
        r: 4.5,
        fill: 'var(--chart-plain)',
      }),
    ],
  };
}

export function machinesLabel(rows: readonly MachineRow[]): string {
  const [first] = rows;
  const last = rows.at(-1);
  const machines = new Set(rows.map(({ machine }) => machine)).size;
  const of = `Milliseconds a review on ${machines} ${machines === 1 ? 'machine' : 'machines'}`;
  if (!first || !last || first === last) return `${of}.`;
  return `${of}: fastest in real time ${nameOf(first)}, ${ms(first.realTime.value)}; slowest ${nameOf(last)}, ${ms(last.realTime.value)}.`;
}
