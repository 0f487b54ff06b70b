import type { CellFigures, Figures, Headline } from '../../../core/bench/figures.ts';
import { largestOf } from './latency-rows.ts';
import { shortName } from './names.ts';
import type { PartsRow } from './parts-chart.ts';

/** Real time, batch as a share and as a whole wait, and arrivals at the highest rate that held the bound. */
export function partsRows(headline: Headline, { servers }: Pick<Figures, 'servers'>): PartsRow[] {
  const { engine, realTime, batch } = headline;
  const largest = largestOf(headline) ?? batch;
  const server = servers.find((one) => one.engine.id === engine.id);
  const held = server?.points.find(({ rate }) => rate === server.holds);
  return [
    { name: 'Real time', parts: realTime.waitParts },
    ...(batch ? [row('Share', batch, batch.parts)] : []),
    ...(largest && largest !== batch ? [row('Share', largest, largest.parts)] : []),
    ...(largest ? [row('Wait', largest, largest.waitParts)] : []),
    ...(held ? [{ name: `Arrivals, ${held.rate} a second`, parts: held.figures.waitParts }] : []),
  ];
}

const row = (what: string, { cell }: CellFigures, parts: PartsRow['parts']): PartsRow => ({
  name: `${what}, ${shortName(cell)}`,
  parts,
});
