import { axisX, axisY, dot, gridY, line, text, type PlotOptions } from '@observablehq/plot';
import { CANDIDATES, expectedOf, type Candidate } from '../../../../models/cascade.ts';
import type { FigureTable } from '../../../parts/figure-table.ts';
import { percent } from '../../../parts/format.ts';

/** The chosen gate is drawn over the others, and thicker. */
const STYLES: Record<string, { stroke: string; dash?: string; width: number }> = {
  top: { stroke: 'var(--chart-1)', width: 3 },
  margin: { stroke: 'var(--chart-2)', dash: '6,3', width: 1.5 },
  entropy: { stroke: 'var(--chart-3)', dash: '2,3', width: 1.5 },
  'logistic on logits': { stroke: 'var(--chart-4)', dash: '8,3,2,3', width: 1.5 },
  'logistic on logits and length': { stroke: 'var(--chart-5)', dash: '4,2', width: 1.5 },
  'logistic on logits, length and embedding': { stroke: 'var(--chart-6)', dash: '1,3', width: 2 },
};

const NAMES: Record<string, string> = {
  top: 'top probability',
  'logistic on logits': 'logistic',
  'logistic on logits and length': 'logistic, with length',
  'logistic on logits, length and embedding': 'and with embedding',
};
const nameOf = (name: string) => NAMES[name] ?? name;

interface Point {
  share: number;
  agreement: number;
}

const pointsOf = ({ shares, agreement }: Candidate): Point[] =>
  shares.map((share, i) => ({ share, agreement: agreement[i]! }));

/** Texts that base reads against labels that are base's own, on everyday reviews; a dot at the gate in use. */
export function gateChart(under: number): PlotOptions {
  const { sentOn, agreement } = expectedOf('everyday', under);
  const share = (value: number) => percent(value);
  const least = Math.min(...CANDIDATES.map((each) => each.agreement[0]!));
  const drawn = CANDIDATES.toReversed();
  return {
    marginLeft: 52,
    marginRight: 20,
    marginTop: 12,
    marginBottom: 46,
    x: { domain: [0, CANDIDATES[0]!.shares.at(-1)!] },
    y: { domain: [least, 1] },
    marks: [
      gridY({ ticks: 5, stroke: 'var(--chart-grid)', strokeOpacity: 1 }),
      axisY({ ticks: 5, label: null, tickSize: 0, tickFormat: share }),
      axisX({
        ticks: 6,
        label: 'Texts that base reads',
        labelArrow: 'none',
        labelAnchor: 'center',
        tickFormat: share,
      }),
      ...drawn.map((candidate) => {
        const { stroke, dash, width } = STYLES[candidate.name]!;
        return line(pointsOf(candidate), {
          x: 'share',
          y: 'agreement',
          stroke,
          strokeWidth: width,
          ...(dash && { strokeDasharray: dash }),
        });
      }),
      ...CANDIDATES.map(({ name }, i) =>
        text([nameOf(name)], {
          frameAnchor: 'bottom-right',
          textAnchor: 'end',
          dx: -4,
          dy: -8 - 16 * (CANDIDATES.length - 1 - i),
          fontSize: 12,
          fill: STYLES[name]!.stroke,
          stroke: 'var(--chart-paper)',
          strokeWidth: 4,
        }),
      ),
      dot([{ share: sentOn, agreement: agreement.share }], {
        x: 'share',
        y: 'agreement',
        r: 6,
        fill: 'var(--chart-1)',
        stroke: 'var(--chart-paper)',
        strokeWidth: 2,
      }),
    ],
  };
}

export function gateChartLabel(): string {
  const at = CANDIDATES[0]!.shares.indexOf(0.2);
  const list = CANDIDATES.map(
    ({ name, agreement }) => `${nameOf(name)} ${percent(agreement[at]!, 1)}`,
  );
  return `Labels equal to base’s against the share of texts that base reads, for six ways to decide. Where base reads 20%: ${list.join(', ')}.`;
}

export const curveTable: FigureTable<number> = {
  columns: [
    {
      name: 'Texts that base reads',
      value: (i) => CANDIDATES[0]!.shares[i],
      show: (value) => percent(value),
    },
    ...CANDIDATES.map(({ name, agreement }) => ({
      name: nameOf(name),
      value: (i: number) => agreement[i],
      show: (value: number) => percent(value, 1),
    })),
  ],
  rows: CANDIDATES[0]!.shares.map((_, i) => i),
};
