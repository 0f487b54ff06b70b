import type { PlotOptions } from '@observablehq/plot';
import { useRef, type ReactNode } from 'react';
import { Chart } from './Chart.tsx';
import { ChartMenu } from './ChartMenu.tsx';
import { Panel } from './Panel.tsx';
import styles from './ChartCard.module.css';

interface Props {
  title: string;
  /** What the chart shows, in a sentence: all that a screen reader gets of the picture. */
  label: string;
  height: number;
  /** The same object as long as the chart is the same. */
  options: PlotOptions;
  /** Above the chart. */
  lead?: ReactNode;
  /** Over the chart, as large as it. */
  over?: ReactNode;
  /** The numbers behind it, as CSV text. */
  csv?: (() => string) | undefined;
  /** Below it. */
  children?: ReactNode;
}

/** A chart with its name, what can be done with it, and what stands around it. */
export function ChartCard({ title, label, height, options, lead, over, csv, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  return (
    <Panel
      title={title}
      tools={<ChartMenu name={title} label={label} csv={csv} place={() => place.current} />}
    >
      {lead}
      <div ref={place} className={styles.chart}>
        <Chart label={label} height={height} options={options} />
        {over}
      </div>
      {children}
    </Panel>
  );
}
