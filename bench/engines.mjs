// Our batch path against the library as it comes and against native onnxruntime: the same files, the same texts, one thread
// each unless said otherwise, all in turn in every round.
import { serveLibrary } from './library/serve.mjs';
import { launch, openPage, ratio, ratioText, reviews, serve, shareOf, sum } from './lib.mjs';

const ROUNDS = Number(process.env.SENTISCOPE_ROUNDS ?? 7);
/** A whole list is padded to its longest text, and held in memory so. */
const TEXTS = Number(process.env.SENTISCOPE_TEXTS ?? 100);
const WORKERS = [1, 2, 4];
const MODELS = ['sentiscope-base', 'sentiscope-small'];

export async function engines() {
  const { cpus } = await import('node:os');
  const server = await serve();
  const library = await serveLibrary(4175);
  const browser = await launch();
  const all = await reviews();
  const report = {};
  try {
    for (const model of MODELS)
      report[model] = await compare(model, { browser, library, all, cores: cpus().length });
  } finally {
    await browser.close();
    await library.close();
    await server.close();
  }
  return report;
}

async function compare(model, { browser, library, all, cores }) {
  const ways = await openWays(model, { browser, library, cores });
  const ms = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  const labels = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  const given = [];
  for (let round = -1; round < ROUNDS; round++) {
    // Round -1 warms up and is not counted.
    const from = (Math.max(0, round) * TEXTS) % (all.length - TEXTS + 1);
    const part = all.slice(from, from + TEXTS);
    const names = Object.keys(ways);
    const order = round % 2 ? names.toReversed() : names;
    for (const name of order) {
      const answer = await ways[name](part.map(({ text }) => text));
      if (round < 0) continue;
      ms[name].push(answer.ms);
      labels[name].push(...answer.labels);
    }
    if (round >= 0) given.push(...part.map(({ label }) => label));
  }
  const [ours] = Object.keys(ways);
  const table = {};
  for (const name of Object.keys(ways))
    table[name] = {
      'ms a review': Number((sum(ms[name]) / labels[name].length).toFixed(2)),
      'ours, one worker, is x times as fast': ratioText(await ratio(ms[name], ms[ours])),
      'same label as ours': shareOf(labels[name], (label, i) => label === labels[ours][i]),
      right: Number(shareOf(labels[name], (label, i) => label === given[i]).toFixed(3)),
    };
  console.log(`${model}, ${ROUNDS} rounds of ${TEXTS} everyday reviews`);
  console.table(table);
  await Promise.all(browser.contexts().map((context) => context.close()));
  return { table, ms };
}

async function openWays(model, { browser, library, cores }) {
  const ways = {};
  for (const workers of WORKERS.filter((n) => n === 1 || n <= cores)) {
    const page = await openPage(browser, { model, workers });
    await page.getByText(`${workers} of ${workers} worker`).waitFor({ timeout: 60_000 });
    ways[`ours, ${workers} ${workers === 1 ? 'worker' : 'workers'}`] = (texts) =>
      page.evaluate(async (list) => {
        const start = performance.now();
        const answers = await window.sentiscope.predict(list, { priority: 'batch' });
        return { ms: performance.now() - start, labels: answers.map(({ label }) => label) };
      }, texts);
  }
  const page = await (await browser.newContext()).newPage();
  await page.goto(library.url);
  await page.evaluate((id) => window.library.load(id), model);
  const names = {
    whole: `library, all ${TEXTS} at once`,
    chunks: 'library, chunks of 32 in file order',
    oneByOne: 'library, one by one',
  };
  for (const [way, name] of Object.entries(names))
    ways[name] = (texts) =>
      page.evaluate(([call, list]) => window.library[call](list), [way, texts]);

  const native = await import('./native/native.mjs').catch(() => undefined);
  if (!native)
    console.log(
      'Native onnxruntime is left out: npm install --prefix bench/native --ignore-scripts brings it.',
    );
  else {
    const q8 = await native.openNative(model);
    ways['native onnxruntime, one by one'] = (texts) => q8(texts, 1);
    ways['native onnxruntime, sorted batches of 16'] = (texts) => q8(texts, 16);
    const full = native.fp32Of(model);
    if (full) {
      const fp32 = await native.openNative(model, full);
      ways['native onnxruntime in full precision, one by one'] = (texts) => fp32(texts, 1);
      ways['native onnxruntime in full precision, sorted batches of 16'] = (texts) =>
        fp32(texts, 16);
    }
  }
  return ways;
}
