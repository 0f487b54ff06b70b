import { plot, type PlotOptions } from '@observablehq/plot';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import './chart-colors.css';

interface Props {
  /** What the chart shows, in a sentence: all that a screen reader gets. */
  label: string;
  height: number;
  /** Must be the same object as long as the chart is the same. */
  options: PlotOptions;
}

/** Draws a plot in the width there is, and leaves the moment to the browser: a chart may wait, typing may not. */
export function Chart({ label, height, options }: Props) {
  const { ref, width } = useElementSize();
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (width === 0) return;
    return whenIdle(() => {
      const drawn = plot({ ...options, width, height, style: 'background: none' });
      drawn.setAttribute('aria-hidden', 'true'); // the label outside says it
      place.current?.replaceChildren(drawn);
    });
  }, [options, width, height]);

  return (
    <div ref={ref} role="img" aria-label={label} style={{ height }}>
      <div ref={place} />
    </div>
  );
}

/** @returns cancels it */
function whenIdle(task: () => void): () => void {
  // Safari has no requestIdleCallback.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(task, 50);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(task, { timeout: 500 });
  return () => cancelIdleCallback(handle);
}
