import { plot, type PlotOptions } from '@observablehq/plot';
import { saveFile, store } from '../../../app.ts';
import type { Run, Summary } from '../../../core/runs.ts';
import { exportName } from '../../../state/results-export.ts';
import { standalone } from '../../parts/save-chart.ts';
import { calibrationChart, calibrationLabel } from './calibration-chart.ts';
import { groupChart, groupChartHeight, groupLabel, ranked } from './group-chart.ts';
import { histogram, histogramLabel } from './histogram.ts';
import { periodChart, periodLabel } from './period-chart.ts';
import { report, type ReportCharts } from './report.ts';

const WIDTH = 700;

/** Writes what the summary shows into one page and hands it to the browser's downloads. */
export function saveReport(run: Run) {
  const { summary, terms } = store.getState().results;
  if (!summary) return;
  const charts = drawCharts(summary);
  const page = report({ run, summary, terms: terms.last?.terms, charts, at: Date.now() });
  saveFile(new Blob([page], { type: 'text/html' }), exportName(run.name, 'html'));
}

function drawCharts({ histogram: bins, groups, periods, metrics, shares }: Summary): ReportCharts {
  const order = groups && ranked(groups.top);
  return {
    histogram: draw(histogram(bins), 240, histogramLabel(bins)),
    ...(order && {
      groups: draw(
        groupChart(order, shares.positive),
        groupChartHeight(order.length),
        groupLabel(order),
      ),
    }),
    ...(periods && { periods: draw(periodChart(periods), 280, periodLabel(periods)) }),
    ...(metrics && {
      calibration: draw(calibrationChart(metrics.calibration), 300, calibrationLabel(metrics)),
    }),
  };
}

function draw(options: PlotOptions, height: number, title: string): string {
  const drawn = plot({ ...options, width: WIDTH, height });
  return drawn instanceof SVGSVGElement ? standalone(drawn, title) : ''; // an SVG unless it has a legend or a title
}
