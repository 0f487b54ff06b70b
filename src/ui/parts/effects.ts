import type { WeighedWord } from '../../state/live-state.ts';

/** Effects under this are noise of the quantised model: not named, not shaded. 0.02 is two points. */
export const NOTABLE = 0.02;
/** The full shade stands for at least this effect, so that a text without strong words looks like one. */
const FULL_SHADE = 0.1;

export interface Shade {
  speaks: 'for' | 'against' | undefined;
  /** 0 to 1 */
  strength: number;
}

/** How strongly to shade each word: in proportion to the strongest of them. */
export function shades(words: readonly WeighedWord[]) {
  const strongest = Math.max(FULL_SHADE, ...words.map(({ effect }) => Math.abs(effect)));
  return ({ effect }: WeighedWord): Shade => {
    if (Math.abs(effect) < NOTABLE) return { speaks: undefined, strength: 0 };
    return { speaks: effect > 0 ? 'for' : 'against', strength: Math.abs(effect) / strongest };
  };
}

/** The words that count, strongest first. */
export function topWords(words: readonly WeighedWord[], speaks: 'for' | 'against', most = 5) {
  const sign = speaks === 'for' ? 1 : -1;
  return words
    .filter(({ effect }) => sign * effect >= NOTABLE)
    .toSorted((a, b) => sign * (b.effect - a.effect))
    .slice(0, most);
}

/** An effect in percentage points, with its sign: "+41", "−3". */
export const points = (effect: number): string => {
  const whole = Math.round(effect * 100);
  return whole < 0 ? `−${-whole}` : whole > 0 ? `+${whole}` : '0';
};
