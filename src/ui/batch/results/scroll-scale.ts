/**
 * Tallest element in px: browsers cut off what is taller. Firefox does so at 17.9 million, Chromium at 33.5 million of its
 * own pixels, which zoom and dense screens make smaller ones.
 */
export const MOST_PX = 10_000_000;

/**
 * How far content moves for each pixel scrolled: 1 while it fits, more where a shorter element has to stand for it.
 *
 * @param contentPx height of all rows
 * @param viewPx height of the part on show
 */
export function scrollScale(contentPx: number, viewPx: number, most = MOST_PX): number {
  return contentPx <= most ? 1 : (contentPx - viewPx) / (most - viewPx);
}

/**
 * Where to scroll to, so that [top, bottom) of the content is on show.
 *
 * @param at where it is scrolled to now, in px scrolled
 */
export function revealed(
  { top, bottom }: { top: number; bottom: number },
  at: number,
  viewPx: number,
  scale: number,
): number {
  const from = at * scale;
  if (top < from) return Math.floor(top / scale);
  if (bottom > from + viewPx) return Math.ceil((bottom - viewPx) / scale);
  return at;
}
