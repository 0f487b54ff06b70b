import { axisX, text, type PlotOptions } from '@observablehq/plot';
import type { Strip } from '../../../core/bench/padding.ts';
import { manyRects } from './marks.ts';

/** The same batches under both plans. */
export interface PaddingRows {
  name: string;
  strips: readonly Strip[];
  /** 0 to 1 */
  share: number;
}

const BAND_PX = 130;
const FOOT_PX = 44;
/** Of a plan's band: its name above the strips. */
const NAME = 0.2;

export const paddingHeight = (plans: number): number => plans * BAND_PX + FOOT_PX;

interface Cell {
  x1: number;
  x2: number;
  y1: number;
  y2: number;
}

/** A strip for each batch, side by side: a row for each of its texts, real tokens filled, padding hatched by its lightness. */
export function paddingChart(rows: readonly PaddingRows[]): PlotOptions {
  const longest = Math.max(
    ...rows.flatMap(({ strips }) => strips.map(({ padded, texts }) => padded / texts)),
  );
  const real: Cell[] = [];
  const padding: Cell[] = [];
  const width = Math.max(...rows.map(({ strips }) => strips.length));
  rows.forEach(({ strips }, band) =>
    strips.forEach(({ lengths, longest: full }, i) => {
      const step = 0.9 / lengths.length;
      lengths.forEach((length, row) => {
        const [x1, x2] = [i + 0.05 + row * step, i + 0.05 + (row + 1) * step];
        const floor = band + 1;
        const tall = (tokens: number) => floor - (tokens / longest) * (1 - NAME);
        real.push({ x1, x2, y1: floor, y2: tall(length) });
        if (length < full) padding.push({ x1, x2, y1: tall(length), y2: tall(full) });
      });
    }),
  );
  return {
    marginLeft: 12,
    marginRight: 12,
    marginTop: 4,
    marginBottom: FOOT_PX,
    x: { domain: [0, width] },
    y: { domain: [0, rows.length], range: [4, 4 + rows.length * BAND_PX], axis: null },
    marks: [
      axisX([], {
        label: `${width} batches, side by side; height: tokens, up to ${longest}`,
        labelArrow: 'none',
        labelAnchor: 'center',
        labelOffset: 26,
      }),
      manyRects(padding, { color: 'var(--chart-3)', opacity: 0.35 }),
      manyRects(real, { color: 'var(--chart-1)' }),
      text(
        rows.map(({ name }, i) => ({ name, y: i + NAME / 2 + 0.02 })),
        { y: 'y', text: 'name', frameAnchor: 'left', textAnchor: 'start', fontSize: 12 },
      ),
    ],
  };
}
