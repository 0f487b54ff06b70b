// Our kernel against the library's runtime: one page, one worker each, in turn in every round; the same files and texts.
import { launch, openPage, ratio, ratioText, serve } from './lib.mjs';

const SECONDS = Number(process.env.SENTISCOPE_SECONDS ?? 40);
const MODELS = ['sentiscope-base', 'sentiscope-small'];
/** What is scored, and what each engine is measured with: its real time, and its own way of scoring many. */
const TEXTS = [
  { kind: 'tokens', lengths: [32, 512] },
  { kind: 'everyday', count: 400 },
];

export async function kernel() {
  const server = await serve();
  const browser = await launch();
  const report = {};
  try {
    const page = await openPage(browser, { model: 'sentiscope-small', hash: '#/benchmark' });
    for (const model of MODELS) {
      const table = {};
      for (const texts of TEXTS) {
        const settings = settingsFor(model, texts);
        const result = await page.evaluate((given) => window.sentiscope.benchmark(given), settings);
        Object.assign(table, await compare(result));
      }
      console.log(model);
      console.table(table);
      report[model] = table;
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return report;
}

const settingsFor = (model, texts) => ({
  models: [model],
  devices: ['kernel', 'wasm'],
  scenarios: ['single-stream', 'offline'],
  workers: [1],
  batchSizes: [1, 8],
  plans: ['sorted'],
  texts,
  seconds: SECONDS,
  seed: 1,
  boundMs: 100,
  rates: [],
});

/** Real time against real time, batches of 8 against 8, and each engine's better way of scoring many. */
async function compare({ cells }) {
  const find = (device, tokens, scenario, batchSize) =>
    cells.find(
      ({ cell }) =>
        cell.engine.endsWith(` ${device}`) &&
        cell.tokens === tokens &&
        cell.scenario === scenario &&
        cell.batchSize === batchSize,
    );
  const wall = ({ rounds }) => rounds.map(({ wallMs }) => wallMs);
  const least = ({ rounds }) =>
    Math.min(...rounds.map(({ wallMs, reviews }) => wallMs / reviews)).toFixed(2);
  const table = {};
  for (const tokens of new Set(cells.map(({ cell }) => cell.tokens))) {
    const name = tokens === undefined ? 'everyday reviews' : `${tokens} tokens`;
    for (const [what, ours, theirs] of [
      ['one text', ['single-stream', 1], ['single-stream', 1]],
      ['batches of 8', ['offline', 8], ['offline', 8]],
      ['batches of 8 against one by one', ['offline', 8], ['offline', 1]],
    ]) {
      const a = find('kernel', tokens, ...ours);
      const b = find('wasm', tokens, ...theirs);
      if (!a || !b) continue;
      table[`${name}, ${what}`] = {
        'kernel, least ms a text': least(a),
        'library, least ms a text': least(b),
        'kernel is x times as fast': ratioText(await ratio(wall(b), wall(a))),
        rounds: a.rounds.length,
      };
    }
  }
  return table;
}
