import { labelsOf, type Row, type Run, type Summary, type Terms } from '../../../core/runs.ts';
import { areSentiment } from '../../../core/sentiment.ts';
import { cascadeText } from '../progress/progress-text.ts';
import { count, percent } from '../../parts/format.ts';
import { conditionOfRun, day } from './rate-text.ts';
import { firstFocus, sliceColumns } from './focus.ts';
import { histogramOf } from './histogram.ts';
import { markup, raw, type Html } from './html.ts';
import { comparison } from './report-comparison.ts';
import { labelTable, sliceTable, termTables } from './report-tables.ts';
import { REPORT_STYLE } from './report-style.ts';
import { tellingLists } from './telling-lists.ts';

/** Drawn charts as SVG text; those that the file has nothing for are left out. */
export interface ReportCharts {
  histogram: string;
  groups?: string;
  periods?: string;
  calibration?: string;
}

export interface ReportContent {
  run: Run;
  summary: Summary;
  terms: Terms | undefined;
  charts: ReportCharts;
  /** See learntText. */
  learnt?: string | undefined;
  /** When it is written, ms since 1970. */
  at: number;
}

/** One page that needs nothing else: no script, no address, style and charts inside. All texts of the user's are escaped. */
export function report({ run, summary, terms, charts, learnt, at }: ReportContent): string {
  const { groups, periods, metrics, uncertain } = summary;
  const labels = labelsOf(run.model);
  const bars = histogramOf(labels);
  const focus = firstFocus(labels, summary);
  const columns = sliceColumns(focus, labels);
  const column = (run.mapping.group !== undefined && run.columns[run.mapping.group]) || 'group';
  return String(
    markup`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta
            http-equiv="Content-Security-Policy"
            content="default-src 'none'; style-src 'unsafe-inline'"
          />
          <title>${run.name}: ${areSentiment(labels) && 'sentiment '}report</title>
          <style>
            ${raw(REPORT_STYLE)}
          </style>
        </head>
        <body><main>
          <h1>${run.name}</h1>
          ${facts(run, at)}
          <h2>Labels</h2>
          ${labelTable(summary, labels)}
          <h2>${bars.title}</h2>
          <figure>
            ${raw(charts.histogram)}
            <figcaption>Number of reviews by ${areSentiment(labels) ? bars.of : bars.of.toLowerCase()}</figcaption>
          </figure>
          ${
            groups &&
            markup`<h2>By ${column}</h2>
              ${
                charts.groups &&
                markup`<figure>
                  ${raw(charts.groups)}
                  <figcaption>
                    Share of ${focus.name} reviews with its 95% interval; hollow: fewer than 30 reviews
                  </figcaption>
                </figure>`
              }
              ${sliceTable(
                column,
                columns,
                groups.top.map((slice) => ({ ...slice, name: slice.group })),
              )}
              ${groups.more > 0 && markup`<p>And ${count(groups.more)} more groups, all smaller.</p>`}`
          }
          ${
            periods &&
            markup`<h2>Over time</h2>
              ${
                charts.periods &&
                markup`<figure>
                  ${raw(charts.periods)}
                  <figcaption>
                    Share of ${focus.name} reviews by ${periods.unit} with its 95% interval; bars: number
                    of reviews
                  </figcaption>
                </figure>`
              }
              ${sliceTable(
                'From',
                columns,
                periods.points.map((slice) => ({ ...slice, name: day(slice.from) })),
              )}`
          }
          ${metrics && comparison(metrics, labels, charts.calibration, learnt)}
          <h2>Reviews to read first</h2>
          ${tellingLists(summary, labels).map(({ title, rows }) => quotes(title, rows))}
          ${quotes('Most uncertain', uncertain)} ${terms && termTables(terms)}
          <footer>
            Written by Sentiscope, in the browser; the reviews were not sent anywhere. Labels are a
            model’s and can be wrong.
          </footer>
        </main></body>
      </html> `,
  );
}

function facts(run: Run, at: number): Html {
  const { title, dtype, device } = run.model;
  const cascaded = cascadeText(run.work);
  return markup`<dl>
    <div>
      <dt>File</dt>
      <dd>${run.file.name}</dd>
    </div>
    <div>
      <dt>Rows</dt>
      <dd>${count(run.rows)}${conditionOfRun(run)}</dd>
    </div>
    <div>
      <dt>Model</dt>
      <dd>${title}, ${dtype} on ${device === 'webgpu' ? 'WebGPU' : 'WASM'}</dd>
    </div>
    ${
      cascaded &&
      markup`<div>
        <dt>How</dt>
        <dd>${cascaded}</dd>
      </div>`
    }
    <div>
      <dt>Scored</dt>
      <dd>${day(run.finishedAt ?? run.createdAt)}</dd>
    </div>
    <div>
      <dt>Report</dt>
      <dd>${day(at)}</dd>
    </div>
  </dl>`;
}

function quotes(title: string, rows: readonly Row[]): Html | undefined {
  if (rows.length === 0) return undefined;
  return markup`<h3>${title}</h3>${rows.map(quote)}`;
}

function quote({ row, text, label, confidence }: Row): Html {
  const source = `Row ${count(row + 1)}`;
  const verdict = label && confidence !== undefined && `: ${label}, ${percent(confidence)}`;
  return markup`<blockquote>${text}<cite>${source}${verdict}</cite></blockquote>`;
}
