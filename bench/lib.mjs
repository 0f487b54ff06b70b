// What the parts of the benchmark share: the built page in a browser, the page's own statistics, and our labelled reviews.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright';
import Papa from 'papaparse';
import { preview, runnerImport } from 'vite';
import { FLAGS, findChromium } from '../tools/chromium.mjs';

const PORT = Number(process.env.SENTISCOPE_BENCH_PORT ?? 4174);
export const PAGE = `http://localhost:${PORT}/`;
const LABELS = ['negative', 'neutral', 'positive'];
const SEED = 1;

export const serve = () =>
  preview({ preview: { port: PORT, strictPort: true }, logLevel: 'silent' });
export const launch = () => chromium.launch({ executablePath: findChromium(), args: FLAGS });

/** A page of a fresh profile, with a model that is chosen already. */
export async function openPage(browser, { model, workers, hash = '' }) {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript(
    (kept) => {
      localStorage.setItem('sentiscope-settings', kept);
      window.longTasks = [];
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) window.longTasks.push(duration);
      }).observe({ type: 'longtask', buffered: true });
    },
    JSON.stringify({ model: { source: 'bundled', id: model }, device: 'wasm', workers }),
  );
  await page.goto(`${PAGE}${hash}`);
  await page.getByText('Model ready').waitFor({ timeout: 120_000 });
  return page;
}

export const takeLongTasks = (page) => page.evaluate(() => window.longTasks.splice(0));
export const tasksText = (list) =>
  list.length === 0 ? 'none' : `${list.length}, longest ${Math.max(...list).toFixed(0)} ms`;

const statistics = runnerImport('./src/core/bench/bootstrap.ts').then(({ module }) => module);

/** a over b, of paired rounds: the median of the rounds' ratios with its 95 % bootstrap interval. */
export async function ratio(a, b) {
  const { value, low, high, clear } = (await statistics).pairedRatio(a, b, SEED);
  return { value, low, high, clear };
}

export const ratioText = ({ value, low, high }) =>
  `${value.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;

export const sum = (list) => list.reduce((total, each) => total + each, 0);

/** Our everyday reviews in an order of their own, the same every time: [{ text, label }]. */
export async function reviews() {
  const { module } = await runnerImport('./src/core/bench/random.ts');
  const { data } = Papa.parse(readFileSync('public/samples/reviews.csv', 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  return module.shuffled(data, module.createRandom(SEED));
}

export const shareOf = (list, right) => list.filter(right).length / list.length;
export const labelOf = (row) => LABELS[row.indexOf(Math.max(...row))];
