import type { Row, Run, Summary, Terms } from '../../../core/runs.ts';
import { count, percent } from '../../parts/format.ts';
import { conditionOfRun, day } from './rate-text.ts';
import { markup, raw, type Html } from './html.ts';
import { comparison } from './report-comparison.ts';
import { labelTable, sliceTable, termTables } from './report-tables.ts';
import { REPORT_STYLE } from './report-style.ts';

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
  /** When it is written, ms since 1970. */
  at: number;
}

/** One page that needs nothing else: no script, no address, style and charts inside. All texts of the user's are escaped. */
export function report({ run, summary, terms, charts, at }: ReportContent): string {
  const { groups, periods, metrics, telling, uncertain } = summary;
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
          <title>${run.name}: sentiment report</title>
          <style>
            ${raw(REPORT_STYLE)}
          </style>
        </head>
        <body><main>
          <h1>${run.name}</h1>
          ${facts(run, at)}
          <h2>Labels</h2>
          ${labelTable(summary)}
          <h2>How positive</h2>
          <figure>
            ${raw(charts.histogram)}
            <figcaption>Number of reviews by P(positive)</figcaption>
          </figure>
          ${
            groups &&
            markup`<h2>By ${column}</h2>
              ${
                charts.groups &&
                markup`<figure>
                  ${raw(charts.groups)}
                  <figcaption>
                    Share of positive reviews with its 95% interval; hollow: fewer than 30 reviews
                  </figcaption>
                </figure>`
              }
              ${sliceTable(
                column,
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
                    Share of positive reviews by ${periods.unit} with its 95% interval; bars: number
                    of reviews
                  </figcaption>
                </figure>`
              }
              ${sliceTable(
                'From',
                periods.points.map((slice) => ({ ...slice, name: day(slice.from) })),
              )}`
          }
          ${metrics && comparison(metrics, charts.calibration)}
          <h2>Reviews to read first</h2>
          ${quotes('Most negative', telling.negative)} ${quotes('Most positive', telling.positive)}
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

function quote({ row, text, label, probabilities }: Row): Html {
  const source = `Row ${count(row + 1)}`;
  const verdict = label && probabilities && `: ${label}, ${percent(Math.max(...probabilities))}`;
  return markup`<blockquote>${text}<cite>${source}${verdict}</cite></blockquote>`;
}
