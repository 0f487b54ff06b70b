// A cascade against exact scoring, as a user has them: the same file of our everyday reviews scored by both in turn, in one page
// with one worker, each time from scratch. What is stored is read back: labels, times, what was sent on.
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { runnerImport } from 'vite';
import { labelOf, launch, openPage, ratio, ratioText, serve } from './lib.mjs';

const ROUNDS = Number(process.env.SENTISCOPE_ROUNDS ?? 7);
const GATES = (process.env.SENTISCOPE_GATES ?? '0.72').split(',').map(Number);
const FILE = 'public/samples/reviews.csv';

export async function cascade() {
  const given = Papa.parse(readFileSync(FILE, 'utf8'), { header: true, skipEmptyLines: true });
  const labels = given.data.map(({ label }) => label);
  const server = await serve();
  const browser = await launch();
  try {
    const page = await openPage(browser, {
      model: 'sentiscope-base',
      workers: 1,
      hash: '#/batch',
    });
    const ways = [undefined, ...GATES];
    const runs = Object.fromEntries(ways.map((gate) => [nameOf(gate), []]));
    for (let round = -1; round < ROUNDS; round++)
      for (const gate of round % 2 ? ways.toReversed() : ways) {
        const run = await scoreFile(page, gate);
        if (round >= 0) runs[nameOf(gate)].push(run); // round -1 warms up, and loads the small model
      }
    return report(runs, labels);
  } finally {
    await browser.close();
    await server.close();
  }
}

const nameOf = (gate) => (gate === undefined ? 'exact' : `cascade under ${gate.toFixed(2)}`);

async function scoreFile(page, gate) {
  await page.getByLabel('File to score').setInputFiles(FILE);
  const button = page.getByRole('button', { name: /^Score [\d,]+ rows$/ });
  await button.waitFor();
  await page.getByText(/tokens per second/).waitFor(); // measuring takes the worker's time, too
  await page.getByRole('radio', { name: gate === undefined ? 'Exact' : 'Cascade' }).check();
  if (gate !== undefined) await moveTo(page, gate);
  await button.click();
  await page.getByRole('heading', { name: 'Every row is scored' }).waitFor({ timeout: 600_000 });
  const run = await page.evaluate(takeRun);
  await page.goto(page.url().replace(/#.*/, '#/batch'));
  return run;
}

async function moveTo(page, gate) {
  const slider = page.getByRole('slider', { name: /^Top probability/ });
  for (;;) {
    const now = Number(await slider.getAttribute('aria-valuetext'));
    if (now === gate) return;
    await slider.press(now < gate ? 'ArrowRight' : 'ArrowLeft');
  }
}

/** In the page: what is stored of the one run there is, then nothing is stored any more. */
async function takeRun() {
  const db = await new Promise((resolve, reject) => {
    const open = indexedDB.open('sentiscope');
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  });
  const stores = ['runs', 'sources', 'scores', 'predictions'];
  const all = (store) =>
    new Promise((resolve, reject) => {
      const request = db.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const { work } = (await all('runs'))[0];
  const scores = (await all('scores')).flatMap(({ probabilities }) => [...probabilities]);
  const emptying = db.transaction(stores, 'readwrite');
  for (const store of stores) emptying.objectStore(store).clear();
  await new Promise((resolve) => (emptying.oncomplete = resolve));
  db.close();
  return { work, scores };
}

async function report(runs, given) {
  const { module } = await runnerImport('./src/core/analysis/wilson.ts');
  const interval = (list, right) => {
    const { share, low, high } = module.wilson(list.filter(right).length, list.length);
    return [share, low, high].map((x) => (100 * x).toFixed(1)).join(' ');
  };
  const labelsOf = ({ scores }) => given.map((_, i) => labelOf(scores.slice(i * 3, i * 3 + 3)));
  const netMs = ({ work }) => work.activeMs - (work.cascade?.checkMs ?? 0); // one worker: they follow one another
  const exact = labelsOf(runs.exact[0]);
  const table = {};
  for (const [name, list] of Object.entries(runs)) {
    const labels = labelsOf(list[0]);
    const same = list.every((run) => labelsOf(run).join() === labels.join());
    if (!same) throw new Error(`${name}: labels differ from one run to the next`);
    const ms = list.map(netMs);
    table[name] = {
      'rows a second': Number((given.length / (Math.min(...ms) / 1000)).toFixed(0)),
      'times as fast as exact': ratioText(await ratio(runs.exact.map(netMs), ms)),
      'with checks': ratioText(
        await ratio(
          runs.exact.map(netMs),
          list.map(({ work }) => work.activeMs),
        ),
      ),
      'sent on': list[0].work.cascade?.sentOn ?? '–',
      'same label as exact, %': interval(labels, (label, i) => label === exact[i]),
      'right, %': interval(labels, (label, i) => label === given[i]),
    };
  }
  console.log(`${given.length} everyday reviews, one worker, ${runs.exact.length} rounds`);
  console.table(table);
  return {
    table,
    works: Object.fromEntries(
      Object.entries(runs).map(([name, list]) => [name, list.map(({ work }) => work)]),
    ),
  };
}
