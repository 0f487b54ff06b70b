import type { Metrics } from '../../../core/runs.ts';
import { differencesIn } from '../../../core/analysis/judge.ts';
import { count, percent } from '../../parts/format.ts';
import { markup, raw, type Html } from './html.ts';
import { reviews, share } from './rate-text.ts';

/** A matrix of more labels is a list of what is mixed up. */
const MOST_IN_MATRIX = 8;
const MOST_DIFFERENCES = 20;

/**
 * @param chart the drawn calibration chart, as SVG text
 * @param learnt a caution; see learntText
 */
export function comparison(
  metrics: Metrics,
  labels: readonly string[],
  chart: string | undefined,
  learnt: string | undefined,
): Html {
  const { accuracy, macroF1, binary, classes, ece } = metrics;
  return markup`<h2>Compared with the labels given</h2>
    ${learnt && markup`<p><b>Caution.</b> ${learnt}</p>`}
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
        ${labels.map((label) => {
          const { given, precision, recall, f1 } = classes[label]!;
          return markup` <tr>
            <th>${label}</th>
            <td class="n">${count(given)}</td>
            ${[precision, recall, f1].map((value) => markup`<td class="n">${Number.isFinite(value) ? percent(value, 1) : '–'}</td>`)}
          </tr>`;
        })}
      </tbody>
    </table>
    ${labels.length > MOST_IN_MATRIX ? differences(metrics, labels) : matrix(metrics, labels)}
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

function matrix({ confusion }: Metrics, labels: readonly string[]): Html {
  return markup`<table>
      <thead>
        <tr>
          <th>Given, below; model, at the right</th>
          ${labels.map((label) => markup`<th class="n">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${labels.map(
          (label, i) =>
            markup` <tr>
              <th>${label}</th>
              ${(confusion[i] ?? []).map((n) => markup`<td class="n">${count(n)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function differences({ confusion }: Metrics, labels: readonly string[]): Html {
  const all = differencesIn(confusion);
  return markup`<p>${count(all.length)} kinds of mix-up${all.length > MOST_DIFFERENCES && `, the ${MOST_DIFFERENCES} most frequent of them:`}</p>
    <table>
      <thead>
        <tr>
          <th>Given</th>
          <th>Model</th>
          <th class="n">Reviews</th>
        </tr>
      </thead>
      <tbody>
        ${all.slice(0, MOST_DIFFERENCES).map(
          ({ given, predicted, count: n }) =>
            markup` <tr>
              <th>${labels[given]}</th>
              <td>${labels[predicted]}</td>
              <td class="n">${count(n)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}
