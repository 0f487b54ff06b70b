// Which gate a cascade should have: what decides whether a text is sent on to the accurate model. Every gate is judged on texts
// that it was not fitted on, and against the plain top probability. Our kernel scores all 2,000 reviews in Node (its builds give
// the same bits), so the outcome is the same on every machine; it is written to src/models/cascade-curve.json, which the page shows.
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';
import { crossFitted, fittedOn, GATES, FITTED } from './gate/gates.mjs';
import { scoreBoth } from './gate/score-both.mjs';

const OUT = 'src/models/cascade-curve.json';
/** Time for a token by the small model over that by the accurate one: 1.20 against 5.17 ms a review (docs/benchmarks.md). */
const COST = 0.23;
/** Gates that the page offers: the steps of calibration.json. */
const UNDER = Array.from({ length: 21 }, (_, i) => Number((0.5 + i * 0.02).toFixed(2)));
const SHARES = Array.from({ length: 13 }, (_, i) => Number((i * 0.05).toFixed(2)));
/** Share of the tokens that twice the accurate model's speed leaves to it. */
const TWICE = 0.5 - COST;
const RESAMPLES = 1000;

export async function gate() {
  const { module: random } = await runnerImport('./src/core/bench/random.ts');
  const everyday = await scoreBoth('reviews.csv');
  const hard = await scoreBoth('reviews-hard.csv');
  const sets = { everyday, hard };
  const report = {};
  const gates = { share: SHARES };
  for (const [name, rows] of Object.entries(sets)) {
    const other = name === 'everyday' ? hard : everyday;
    const plain = rows.map(GATES.top);
    const table = {};
    gates[name] = {};
    for (const [gateName, surety] of candidates(rows, other, random)) {
      const [share, tokens] = needed(rows, surety, 0.975);
      const gain = bootstrap(rows, surety, plain, random);
      table[gateName] = {
        'sent on for 97.5 %': round(share),
        'its share of the tokens': round(tokens),
        'times as fast': round(1 / (COST + tokens)),
        'agreement at twice the speed': round(atTokens(rows, surety, TWICE)),
        'more than the top probability': gain.map(round).join(' to '),
      };
      if (!gateName.includes('fitted on the other'))
        gates[name][gateName] = SHARES.map((part) => round(atShare(rows, surety, part)));
    }
    console.log(`${name}, ${rows.length} reviews; fitted gates are cross-fitted, ten folds`);
    console.table(table);
    report[name] = table;
  }
  const curve = {
    about: 'Written by npm run bench -- gate',
    cost: COST,
    under: UNDER,
    sets: { everyday: byGate(everyday), mixed: calibration(), hard: byGate(hard) },
    gates,
  };
  const options = await resolveConfig(OUT);
  writeFileSync(OUT, await format(JSON.stringify(curve), { ...options, parser: 'json' }));
  return report;
}

/** [name, how sure of each text]: the surer, the later it is sent on. */
function* candidates(rows, other, random) {
  for (const [name, of] of Object.entries(GATES)) yield [name, rows.map(of)];
  for (const name of Object.keys(FITTED)) {
    yield [name, crossFitted(name, rows, random)];
    yield [`${name}, fitted on the other set`, fittedOn(name, other)(rows)];
  }
}

const round = (value) => Number(value.toFixed(4));
const agrees = ({ small, base }) => top(small) === top(base);
const top = (logits) => logits.indexOf(Math.max(...logits));
const sum = (list) => list.reduce((total, each) => total + each, 0);

/** For each number of texts sent on, the least sure first: the share of tokens, and how often the outcome agrees. */
function walk(rows, surety) {
  const order = rows.map((_, i) => i).sort((a, b) => surety[a] - surety[b]);
  const all = sum(rows.map(({ tokens }) => tokens));
  let [tokens, wrong] = [0, rows.filter((row) => !agrees(row)).length];
  const points = [{ tokens: 0, agreement: 1 - wrong / rows.length }];
  for (const i of order) {
    tokens += rows[i].tokens;
    if (!agrees(rows[i])) wrong -= 1;
    points.push({ tokens: tokens / all, agreement: 1 - wrong / rows.length });
  }
  return points;
}

function needed(rows, surety, agreement) {
  const points = walk(rows, surety);
  const i = points.findIndex((point) => point.agreement >= agreement);
  return [i / rows.length, points[i].tokens];
}

const atShare = (rows, surety, share) =>
  walk(rows, surety)[Math.round(share * rows.length)].agreement;
const atTokens = (rows, surety, tokens) =>
  walk(rows, surety).findLast((point) => point.tokens <= tokens).agreement;

/** 95 % interval of the agreement gained over another gate at twice the accurate model's speed, over resampled texts. */
function bootstrap(rows, surety, plain, { createRandom }) {
  const random = createRandom(1);
  const gains = Array.from({ length: RESAMPLES }, () => {
    const drawn = rows.map(() => Math.floor(random() * rows.length));
    const some = drawn.map((i) => rows[i]);
    const at = (all) =>
      atTokens(
        some,
        drawn.map((i) => all[i]),
        TWICE,
      );
    return at(surety) - at(plain);
  }).sort((a, b) => a - b);
  return [gains[RESAMPLES * 0.025], gains[RESAMPLES * 0.975]];
}

/** What the page's own gate, the top probability, does at each threshold. */
function byGate(rows) {
  const all = sum(rows.map(({ tokens }) => tokens));
  const columns = UNDER.map((under) => {
    const on = rows.filter((row) => GATES.top(row) < under);
    const kept = rows.filter((row) => GATES.top(row) >= under);
    return {
      sentOn: on.length / rows.length,
      sentOnTokens: sum(on.map(({ tokens }) => tokens)) / all,
      agreement: (on.length + kept.filter(agrees).length) / rows.length,
    };
  });
  const column = (key) => columns.map((each) => round(each[key]));
  return {
    texts: rows.length,
    sentOn: column('sentOn'),
    sentOnTokens: column('sentOnTokens'),
    agreement: column('agreement'),
  };
}

/** The same, measured when the small model was made, on texts that neither model nor gate was fitted on. */
function calibration() {
  const path = 'public/models/sentiscope-small/calibration.json';
  const { texts, cascade } = JSON.parse(readFileSync(path, 'utf8'));
  const points = UNDER.map((under) =>
    cascade.thresholds.find(({ topProbability }) => topProbability === under),
  );
  return {
    texts,
    sentOn: points.map(({ shareToBase }) => shareToBase),
    sentOnTokens: null,
    agreement: points.map(({ agreement }) => agreement),
  };
}
