import type { Slice, Summary, Term, Terms } from '../../../core/runs.ts';
import { areSentiment } from '../../../core/sentiment.ts';
import { count } from '../../parts/format.ts';
import { labelStyle } from '../../parts/label-style.ts';
import { quoted, type SliceColumn } from './focus.ts';
import { markup, raw, type Html } from './html.ts';
import { reviews, share } from './rate-text.ts';
import { sidesOf } from './term-sides.ts';

export function labelTable(
  { counts, shares, corrected }: Summary,
  labels: readonly string[],
): Html {
  const kind = (label: string) => (areSentiment(labels) ? label : 'own');
  return markup`<table>
      <thead>
        <tr>
          <th>Label</th>
          <th class="n">Reviews</th>
          <th class="n">Share, 95% interval</th>
        </tr>
      </thead>
      <tbody>
        ${labels.map(
          (label) =>
            markup` <tr>
              <th class="${kind(label)}">${labelStyle(label).mark} ${labelStyle(label).word}</th>
              <td class="n">${count(counts[label]!)}</td>
              <td class="n">${share(shares[label]!, 1)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${corrected > 0 && markup`<p>${count(corrected)} labels corrected by hand.</p>`}`;
}

export function sliceTable(
  name: string,
  columns: readonly SliceColumn[],
  slices: readonly (Slice & { name: string })[],
): Html {
  return markup`<table>
    <thead>
      <tr>
        <th>${name}</th>
        <th class="n">Reviews</th>
        ${columns.map(({ title }) => markup`<th class="n">${title}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${slices.map(
        (slice) => markup`
<tr${slice.small && raw(' class="small"')}><th>${slice.name}</th><td class="n">${count(slice.reviews)}</td>${columns.map(({ value }) => figure(value(slice)))}</tr>`,
      )}
    </tbody>
  </table>`;
}

const figure = ({ interval, label }: ReturnType<SliceColumn['value']>): Html =>
  markup`<td class="n">${label !== undefined && `${label} `}${share(interval)}</td>`;

export function termTables(found: Terms): Html {
  const { positive, negative, label: own, reviews: n } = found;
  const [one, other] = sidesOf(found);
  const nameOf = (label: string | undefined) =>
    label === undefined ? 'All others' : `${labelStyle(label).mark} ${labelStyle(label).word}`;
  const table = (label: string | undefined, terms: readonly Term[]) =>
    markup`<table>
      <thead>
        <tr>
          <th class="${own === undefined && label}">${nameOf(label)}</th>
          <th class="n">z</th>
          <th class="n">${own === undefined ? 'in positive' : 'in it'}</th>
          <th class="n">${own === undefined ? 'in negative' : 'in others'}</th>
        </tr>
      </thead>
      <tbody>
        ${terms.map(
          (term) =>
            markup` <tr>
              <th>${term.term}</th>
              <td class="n">${Math.abs(term.z).toFixed(1)}</td>
              <td class="n">${count(term.positive)}</td>
              <td class="n">${count(term.negative)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  return markup`<h2>Terms that set ${own === undefined ? 'positive and negative' : quoted(own)} apart</h2>
    <div class="halves">${table(one.label, positive)}${table(other.label, negative)}</div>
    <p>
      z: z-score of the log-odds with an informative prior (Monroe, Colaresi &amp; Quinn 2008),
      counted in ${reviews(n)}.
    </p>`;
}
