import { observeElementOffset, useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { scrollScale } from './scroll-scale.ts';

/** Rows that the virtualiser counts as one: it keeps a record of each, and a million of them take their time. */
const BAND_ROWS = 8;

interface Sizes {
  rows: number;
  /** Must stay the same. */
  rowPx: number;
  /** What sticks to the top of the scrolling element, over its rows. */
  headPx: number;
}

/**
 * The rows in sight and a few around them, however many there are.
 *
 * @returns rows [from, to), and where the first of them is to be drawn, in px below the start of all rows
 */
export function useRowWindow(
  scroller: RefObject<HTMLDivElement | null>,
  { rows, rowPx, headPx }: Sizes,
) {
  const contentPx = rows * rowPx;
  const bandPx = BAND_ROWS * rowPx;
  const bands = Math.ceil(rows / BAND_ROWS);
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: bands,
    estimateSize: () => bandPx,
    paddingEnd: contentPx - bands * bandPx, // the last band is rarely full
    overscan: 1,
    getScrollElement: () => scroller.current,
    // The browser scrolls an element that may be shorter than its content: what is reported is in px of the content.
    observeElementOffset: (instance, report) =>
      observeElementOffset(instance, (offset, isScrolling) => {
        const viewPx = (instance.scrollElement?.clientHeight ?? 0) - headPx;
        report(offset * scrollScale(instance.getTotalSize(), viewPx), isScrolling);
      }),
    scrollToFn: () => {}, // the table scrolls by itself
  });

  const bandsShown = virtualizer.getVirtualItems();
  const first = bandsShown[0];
  const offset = virtualizer.scrollOffset ?? 0;
  const viewPx = (virtualizer.scrollRect?.height ?? 0) - headPx;
  const scrolled = offset / scrollScale(contentPx, viewPx);
  return {
    from: (first?.index ?? 0) * BAND_ROWS,
    to: Math.min(rows, ((bandsShown.at(-1)?.index ?? -1) + 1) * BAND_ROWS),
    top: (first?.start ?? 0) - offset + scrolled,
  };
}
