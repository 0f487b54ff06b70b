import type { ServerFigures } from '../../../core/bench/figures.ts';
import { boundText } from './ratio-text.ts';

const plain = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** Up to which rate of arrivals the bound on p95 held. */
export function limitText({ holds, breaks }: ServerFigures, boundMs: number): string {
  const bound = `p95 under ${boundText(boundMs)}`;
  if (holds === undefined)
    return breaks === undefined
      ? `No rate was measured, so how many a second keep ${bound} is unknown.`
      : `No rate measured keeps ${bound}, not even ${plain.format(breaks)} reviews a second.`;
  const held = `It holds ${bound} up to ${plain.format(holds)} reviews a second`;
  return breaks === undefined
    ? `${held}, the highest rate measured.`
    : `${held}, and breaks it at ${plain.format(breaks)}.`;
}
