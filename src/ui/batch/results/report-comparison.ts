import type { Metrics } from '../../../core/runs.ts';
import { LABELS } from '../../../core/sentiment.ts';
import { count, percent } from '../../parts/format.ts';
import { markup, raw, type Html } from './html.ts';
import { reviews, share } from './rate-text.ts';

/** @param chart the drawn calibration chart, as SVG text */
export function comparison(metrics: Metrics, chart: string | undefined): Html {
  const { accuracy, macroF1, binary, classes, confusion, ece } = metrics;
  return markup`<h2>Compared with the labels given</h2>
    <p>
      <b>${binary ? 'Three classes' : 'Accuracy'}: ${share(accuracy, 1)}</b>, macro-F1
      ${percent(macroF1, 1)}, over ${reviews(metrics.reviews)}.
    </p>
    ${binary && markup`<p><b>Binary: ${share(binary.accuracy, 1)}</b>, macro-F1 ${percent(binary.macroF1, 1)}: only P(positive) and P(negative) compared, because the file gives no neutral label.</p>`}
    <p>Intervals are 95% Wilson intervals.</p>
    <table>
      <thead>
        <tr>
          <th>Class</th>
          <th class="n">Given</th>
          <th class="n">Precision</th>
          <th class="n">Recall</th>
          <th class="n">F1</th>
        </tr>
      </thead>
      <tbody>
        ${LABELS.map((label) => {
          const { given, precision, recall, f1 } = classes[label];
          return markup` <tr>
            <th>${label}</th>
            <td class="n">${count(given)}</td>
            ${[precision, recall, f1].map((value) => markup`<td class="n">${Number.isFinite(value) ? percent(value, 1) : '–'}</td>`)}
          </tr>`;
        })}
      </tbody>
    </table>
    <table>
      <thead>
        <tr>
          <th>Given, below; model, at the right</th>
          ${LABELS.map((label) => markup`<th class="n">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${LABELS.map(
          (label, i) =>
            markup` <tr>
              <th>${label}</th>
              ${(confusion[i] ?? []).map((n) => markup`<td class="n">${count(n)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
    ${
      chart &&
      markup`<figure>
        ${raw(chart)}
        <figcaption>
          Share of right labels against confidence. Expected calibration error: ${percent(ece, 1)}
        </figcaption>
      </figure>`
    }`;
}
