import { plot, type PlotOptions } from '@observablehq/plot';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { whenIdle } from './when-idle.ts';
import './chart-colors.css';

interface Props {
  /** What the chart shows, in a sentence: all that a screen reader gets. */
  label: string;
  height: number;
  /** Must be the same object as long as the chart is the same. */
  options: PlotOptions;
}

/** Draws a plot in the width there is, when there is time. */
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
