import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run, Summary } from '../../../core/runs.ts';
import { escapeHtml, markup } from './html.ts';
import { report } from './report.ts';

const EVIL = `</title><script>alert("1")</script><img src=x onerror='x'>&amp;`;
const interval = { share: 0.5, low: 0.4, high: 0.6 };
const slice = {
  reviews: 3,
  counts: { negative: 1, neutral: 1, positive: 1 },
  positive: interval,
  negative: interval,
  small: true,
};
const row = {
  row: 0,
  text: EVIL,
  cells: [EVIL],
  label: 'negative',
  probabilities: [0.9, 0.05, 0.05],
  flags: [],
} as const;

const run: Run = {
  id: 'r',
  name: EVIL,
  createdAt: 0,
  file: { name: EVIL, bytes: 1, lastModified: 0 },
  reading: { format: 'csv', gzip: false },
  mapping: { text: 0, group: 1, labels: {} },
  columns: ['text', EVIL],
  model: {
    key: 'k',
    id: 'm',
    title: EVIL,
    device: 'wasm',
    dtype: 'q8',
    uncertainBelow: 0.6,
  },
  rows: 10,
  blocks: 1,
  read: true,
  problems: { total: 0, skipped: 0, listed: [] },
  status: 'open',
  done: 4,
  work: { tokens: 0, paddedTokens: 0, scored: 0, duplicates: 0, cached: 0, activeMs: 0 },
};

const summary: Summary = {
  rows: 10,
  scored: 4,
  corrected: 1,
  flags: { empty: 0, duplicate: 0, foreign: 0, long: 0, uncertain: 0 },
  counts: { negative: 2, neutral: 1, positive: 1 },
  shares: { negative: interval, neutral: interval, positive: interval },
  histogram: [4],
  groups: { top: [{ ...slice, group: EVIL }], more: 7 },
  periods: { unit: 'month', points: [{ ...slice, from: 0, to: 1 }], undated: 0 },
  telling: { negative: [row], positive: [row] },
  uncertain: [row],
  metrics: {
    reviews: 4,
    accuracy: interval,
    macroF1: 0.5,
    classes: {
      negative: { given: 2, precision: 1, recall: 1, f1: 1 },
      neutral: { given: 0, precision: NaN, recall: NaN, f1: NaN },
      positive: { given: 2, precision: 0, recall: 0, f1: 0 },
    },
    confusion: [
      [2, 0, 0],
      [0, 0, 0],
      [2, 0, 0],
    ],
    binary: { reviews: 4, accuracy: interval, macroF1: 0.5 },
    calibration: [],
    ece: 0.1,
  },
};
const terms = {
  positive: [{ term: EVIL, z: 3, positive: 2, negative: 0 }],
  negative: [],
  reviews: 4,
};
const page = report({ run, summary, terms, charts: { histogram: '<svg></svg>' }, at: 0 });

describe('the report', () => {
  it('never lets a text of the file become markup', () => {
    expect(page).not.toMatch(/<script|<img|onerror='/);
    expect(page.split(escapeHtml(EVIL)).length - 1).toBeGreaterThanOrEqual(10);
  });

  it('holds no address that a browser would fetch', () => {
    expect(page.replaceAll(escapeHtml(EVIL), '')).not.toMatch(/(src|href)=|url\(|@import/i);
  });

  it('keeps the charts as they were drawn', () => {
    expect(page).toContain('<svg></svg>');
  });

  it('says how far the run has got', () => {
    expect(page).toContain('4 of them scored so far');
  });

  it('writes nothing where there is nothing', () => {
    expect(page).not.toMatch(/undefined|null|NaN|false|\[object/);
  });
});

describe('the report of a run with labels of its own', () => {
  const labels = [EVIL, 'late', ...Array.from({ length: 10 }, (_, i) => `queue ${i}`)];
  const of = <T>(value: T) => Object.fromEntries(labels.map((label) => [label, value]));
  const own = {
    ...summary,
    counts: of(1),
    shares: of(interval),
    groups: { top: [{ reviews: 12, counts: of(1), small: true, group: 'tea' }], more: 0 },
    periods: undefined,
    telling: { [EVIL]: [{ ...row, label: EVIL, confidence: 0.9 }] },
    metrics: {
      ...summary.metrics!,
      classes: of({ given: 1, precision: 1, recall: 1, f1: 1 }),
      confusion: labels.map((_, i) => labels.map((_, j) => (j === i + 1 ? 3 : 0))),
      binary: undefined,
    },
  };
  const page = report({
    run: { ...run, model: { ...run.model, labels } },
    summary: own,
    terms: { ...terms, label: EVIL },
    charts: { histogram: '<svg></svg>' },
    at: 0,
  });
  const body = page.slice(page.indexOf('<body>'));

  it('never lets one of them become markup, and says nothing of positive', () => {
    expect(page).not.toMatch(/<script|<img|onerror='/);
    expect(body).not.toMatch(/positive|negative|undefined|NaN|\[object/);
  });

  it('lists what is mixed up in place of a matrix that nobody could read', () => {
    expect(body).toContain('11 kinds of mix-up');
    expect(body).toMatch(/<th>late<\/th>\s*<td>queue 0<\/td>\s*<td class="n">3<\/td>/);
  });
});

describe('escaping', () => {
  it('leaves nothing that opens a tag, an entity or an attribute, and loses no letter', () => {
    const back = (text: string) =>
      text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...`<>&"'a;`) }), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/);
        expect(back(escaped)).toBe(text);
      }),
    );
  });

  it('happens once: markup inside markup stays', () => {
    expect(String(markup`<p>${markup`<b>${'<'}</b>`}${['&', false, undefined, 3]}</p>`)).toBe(
      '<p><b>&lt;</b>&amp;3</p>',
    );
  });
});
