import type { CellFigures, Headline } from '../../../core/bench/figures.ts';
import { batchName, cellName, some } from './names.ts';
import { count } from '../../parts/format.ts';

export interface FlipsText {
  /** How many texts got another label than alone, and where. */
  counted: string;
  /** Why that can be. Undefined where none did. */
  why: string | undefined;
  /** What must not be: a text without company that changed its label. */
  alarm: string | undefined;
}

/** Of one engine's batches: the same model may judge a borderline text otherwise in company. */
export function flipsText({ engine, realTime, batch, others }: Headline): FlipsText {
  const cells = [...(batch ? [batch] : []), ...others.map(({ figures }) => figures)];
  const worst = cells.toSorted((a, b) => flips(b) - flips(a))[0];
  const alone = [realTime, ...cells].filter(({ cell }) => cell.batchSize === 1 || !engine.pads);
  const wrong = alone.find((figures) => flips(figures) > 0);
  const int8 = engine.kind === 'transformer' && engine.device === 'wasm';

  return {
    counted: countedText(batch, worst),
    why: worst && flips(worst) > 0 && worst !== wrong ? (int8 ? INT8 : ROUNDING) : undefined,
    alarm:
      wrong &&
      `${share(wrong)} got another label in ${cellName(wrong.cell)}, although no other text can touch them there. That should not happen: don’t rely on this run.`,
  };
}

const INT8 =
  'Why: the library’s int8 session takes one activation scale for a whole padded batch, so a borderline text can tip over with its neighbours. Alone, a text always gets the same label.';
const ROUNDING =
  'Why: in company the same sums are made in another order and rounded otherwise, which can tip a borderline text over.';

const flips = ({ result }: CellFigures) => result.check.flips;
const share = ({ result: { check } }: CellFigures) =>
  `${count(check.flips)} of ${some(check.texts, 'text')}`;

function countedText(batch: CellFigures | undefined, worst: CellFigures | undefined): string {
  if (!worst) return 'No batch was measured, so no text had company.';
  if (flips(worst) === 0)
    return `0 of ${some(worst.result.check.texts, 'text')} got another label in company, in any batch measured.`;
  const most = `${share(worst)} got another label in company, in ${batchName(worst.cell)}`;
  if (!batch || batch === worst) return `${most}.`;
  return `${share(batch)} got another label in that batch. The most: ${most}.`;
}
