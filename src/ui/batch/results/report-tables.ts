import type { Slice, Summary, Term, Terms } from '../../../core/runs.ts';
import { LABELS } from '../../../core/sentiment.ts';
import { count } from '../../parts/format.ts';
import { LABEL_STYLE } from '../../parts/label-style.ts';
import { markup, raw, type Html } from './html.ts';
import { reviews, share } from './rate-text.ts';

export function labelTable({ counts, shares, corrected }: Summary): Html {
  return markup`<table>
      <thead>
        <tr>
          <th>Label</th>
          <th class="n">Reviews</th>
          <th class="n">Share, 95% interval</th>
        </tr>
      </thead>
      <tbody>
        ${LABELS.map(
          (label) =>
            markup` <tr>
              <th class="${label}">${LABEL_STYLE[label].mark} ${LABEL_STYLE[label].word}</th>
              <td class="n">${count(counts[label])}</td>
              <td class="n">${share(shares[label], 1)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${corrected > 0 && markup`<p>${count(corrected)} labels corrected by hand.</p>`}`;
}

export function sliceTable(name: string, slices: readonly (Slice & { name: string })[]): Html {
  return markup`<table>
    <thead>
      <tr>
        <th>${name}</th>
        <th class="n">Reviews</th>
        <th class="n">Positive, 95% interval</th>
        <th class="n">Negative, 95% interval</th>
      </tr>
    </thead>
    <tbody>
      ${slices.map(
        (slice) => markup`
<tr${slice.small && raw(' class="small"')}><th>${slice.name}</th><td class="n">${count(slice.reviews)}</td><td class="n">${share(slice.positive)}</td><td class="n">${share(slice.negative)}</td></tr>`,
      )}
    </tbody>
  </table>`;
}

export function termTables({ positive, negative, reviews: n }: Terms): Html {
  const table = (label: 'positive' | 'negative', terms: readonly Term[]) =>
    markup`<table>
      <thead>
        <tr>
          <th class="${label}">${LABEL_STYLE[label].mark} ${LABEL_STYLE[label].word}</th>
          <th class="n">z</th>
          <th class="n">in positive</th>
          <th class="n">in negative</th>
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
  return markup`<h2>Terms that set positive and negative apart</h2>
    <div class="halves">${table('positive', positive)}${table('negative', negative)}</div>
    <p>
      z: z-score of the log-odds with an informative prior (Monroe, Colaresi &amp; Quinn 2008),
      counted in ${reviews(n)}.
    </p>`;
}
