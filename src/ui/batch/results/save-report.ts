import { plot, type PlotOptions } from '@observablehq/plot';
import { saveFile, store } from '../../../app.ts';
import { labelsOf, type Run, type Summary } from '../../../core/runs.ts';
import { exportName } from '../../../state/results-export.ts';
import { standalone } from '../../parts/save-chart.ts';
import { calibrationChart, calibrationLabel } from './calibration-chart.ts';
import { groupChart, groupChartHeight, groupLabel, ranked } from './group-chart.ts';
import { firstFocus } from './focus.ts';
import { histogram, histogramLabel, histogramOf } from './histogram.ts';
import { periodChart, periodLabel } from './period-chart.ts';
import { learntText } from './learnt-text.ts';
import { report, type ReportCharts } from './report.ts';

const WIDTH = 700;

/** Writes what the summary shows into one page and hands it to the browser's downloads. */
export function saveReport(run: Run) {
  const { results, ownModels } = store.getState();
  const { summary, terms } = results;
  if (!summary) return;
  const labels = labelsOf(run.model);
  const charts = drawCharts(summary, labels);
  const page = report({
    run,
    summary,
    terms: terms.last?.terms,
    charts,
    learnt: learntText(run, ownModels.list),
    at: Date.now(),
  });
  saveFile(new Blob([page], { type: 'text/html' }), exportName(run.name, 'html'));
}

function drawCharts(summary: Summary, labels: readonly string[]): ReportCharts {
  const { histogram: bins, groups, periods, metrics, shares } = summary;
  const focus = firstFocus(labels, summary);
  const { of } = histogramOf(labels);
  const order = groups && ranked(groups.top, focus.label);
  return {
    histogram: draw(histogram(bins, of), 240, histogramLabel(bins, of)),
    ...(order && {
      groups: draw(
        groupChart(order, shares[focus.label]!, focus),
        groupChartHeight(order.length),
        groupLabel(order, focus),
      ),
    }),
    ...(periods && {
      periods: draw(periodChart(periods, focus), 280, periodLabel(periods, focus)),
    }),
    ...(metrics && {
      calibration: draw(calibrationChart(metrics.calibration), 300, calibrationLabel(metrics)),
    }),
  };
}

function draw(options: PlotOptions, height: number, title: string): string {
  const drawn = plot({ ...options, width: WIDTH, height });
  return drawn instanceof SVGSVGElement ? standalone(drawn, title) : ''; // an SVG unless it has a legend or a title
}
