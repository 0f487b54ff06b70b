// Files of 10,000, 100,000 and a million rows in the built page, in a real browser: rates of reading and of scoring, early
// and late rows held against each other, tasks over 50 ms on the main thread, and the memory of the page's whole process.
// A file has 5,000 different texts, so that all of it can be scored in minutes: the rest is what storing a row costs.
import { execSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { FLAGS, findChromium } from '../tools/chromium.mjs';
import { PAGE, serve } from './lib.mjs';

const SIZES = (process.env.SENTISCOPE_ROWS ?? '10000,100000,1000000').split(',').map(Number);
const TEXTS = 5000;

export async function file() {
  const results = [];
  for (const rows of SIZES) results.push(await measure(rows));
  const [per, peak] = ['read, store and score it', 'search every text'].map((name) =>
    results.map(({ report }) => report.find(({ stage }) => stage === name)),
  );
  console.table(
    Object.fromEntries(
      results.map(({ rows, report }, i) => [
        rows.toLocaleString('en'),
        {
          'count, µs a row': perRow(report[0].seconds, rows),
          'read, store and score, µs a row': perRow(per[i].seconds, rows),
          'filter by label, µs a row': perRow(
            report.find(({ stage }) => stage === 'filter by label').seconds,
            rows,
          ),
          'search, µs a row': perRow(peak[i].seconds, rows),
          'peak memory, MB': Math.max(...report.map((each) => each['peak memory, MB'])),
        },
      ]),
    ),
  );
  return results;
}

const perRow = (seconds, rows) => Number(((seconds / rows) * 1e6).toFixed(2));

async function measure(ROWS) {
  const folder = mkdtempSync(join(tmpdir(), 'sentiscope-bench-'));
  const path = join(folder, 'many.csv');
  await writeFile(path, ROWS);
  const server = await serve();
  const browser = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: findChromium(),
    args: FLAGS,
    serviceWorkers: 'block',
  });
  try {
    return await drive(browser.pages()[0], { ROWS, folder, path });
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function drive(page, { ROWS, folder, path }) {
  const memory = () => rendererMemory(folder);
  await page.addInitScript(() => {
    const settings = { model: { source: 'bundled', id: 'sentiscope-small' }, device: 'wasm' };
    localStorage.setItem('sentiscope-settings', JSON.stringify(settings));
    window.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longTasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  await page.goto(`${PAGE}#/batch`);
  await page.getByText('Model ready').waitFor();
  await page.getByText('Drop a file of reviews').waitFor();
  await page.waitForTimeout(1000);
  const idle = memory();
  const report = [];

  await stage('choose the file and count it', async () => {
    await page.getByLabel('File to score').setInputFiles(path);
    await page.getByRole('button', { name: /^Score [\d,]+ rows$/ }).waitFor({ timeout: 600_000 });
  });
  const marks = [];
  await stage('read, store and score it', async () => {
    await page.getByRole('button', { name: /^Score [\d,]+ rows$/ }).click();
    const progress = page.getByRole('region', { name: 'Progress' });
    for (;;) {
      const text = await progress.textContent();
      const done = Number(/([\d,]+) of /.exec(text)?.[1].replaceAll(',', '') ?? 0);
      if (/Every row is scored/.test(text)) break;
      if (done > (marks.at(-1)?.done ?? 0)) marks.push({ at: performance.now(), done });
      await page.waitForTimeout(250);
    }
  });
  const grid = page.getByRole('grid', { name: 'Rows of the file' });
  await grid.waitFor();
  await page.waitForTimeout(5000); // the last summary
  await stage('scroll through the table', async () => {
    await grid.evaluate(async (table) => {
      for (let i = 0; i < 100; i++) {
        table.scrollTop = (i / 100) * table.scrollHeight;
        await new Promise(requestAnimationFrame);
      }
    });
    await grid.getByText(/Visit/).first().waitFor();
  });
  const matching = page.getByText(/^[\d,]+ of [\d,]+ rows$/).last();
  await stage('filter by label', async () => {
    await page.getByRole('group', { name: 'Labels' }).getByText('Negative').click();
    await matching.waitFor();
  });
  await stage('sort by confidence', async () => {
    await page.getByLabel('Sort by').selectOption('confidence');
    await page.waitForTimeout(200);
    await matching.waitFor({ timeout: 60_000 });
  });
  await stage('search every text', async () => {
    const before = await matching.textContent();
    await page.getByLabel('Search the texts').fill('parking lovely');
    await matching.filter({ hasNotText: before }).waitFor({ timeout: 120_000 });
  });

  console.log(
    `${ROWS.toLocaleString('en')} rows, ${(statSync(path).size / 1e6).toFixed(0)} MB of CSV`,
  );
  console.table(report);
  const result = { rows: ROWS, report, idleMemoryMb: idle };
  console.log(`Memory of the page's process: ${idle} MB with the model loaded, before the file`);
  const known = marks.filter(({ done }) => done > Math.max(ROWS * 0.1, 2 * TEXTS));
  if (known.length < 5) return result; // over before a rate can be told
  const middle = known[Math.floor(known.length / 2)];
  const rate = (a, b) => ((b.done - a.done) * 1000) / (b.at - a.at);
  const [early, late] = [rate(known[0], middle), rate(middle, known.at(-1))];
  console.log(
    `Rows that need no model, rows/s: ${early.toFixed(0)} in the first half, ${late.toFixed(0)} in the second; late against early: ${(late / early).toFixed(2)}x`,
  );
  return { ...result, rowsPerSecond: { early, late } };

  /** Runs a stage, with its time, its long tasks and the highest memory while it ran. */
  async function stage(name, act) {
    await page.evaluate(() => window.longTasks.splice(0));
    let peak = 0;
    const watch = setInterval(() => (peak = Math.max(peak, memory())), 500);
    const start = performance.now();
    await act();
    const seconds = (performance.now() - start) / 1000;
    clearInterval(watch);
    const tasks = await page.evaluate(() => window.longTasks.splice(0));
    report.push({
      stage: name,
      seconds: Number(seconds.toFixed(1)),
      'tasks over 50 ms': tasks.length,
      'longest, ms': Math.round(Math.max(0, ...tasks)),
      'peak memory, MB': Math.max(peak, memory()),
    });
    console.log(`${name}: ${seconds.toFixed(1)} s`);
  }
}

/** Resident memory of the largest renderer, in MB: page, importer, archive and scorers together. 0 where ps knows none. */
function rendererMemory(folder) {
  try {
    const lines = execSync('ps -eo rss,args', { maxBuffer: 1e8 }).toString().split('\n');
    const sizes = lines
      .filter((line) => line.includes('--type=renderer') && line.includes(folder))
      .map((line) => Number.parseInt(line, 10));
    return Math.round(Math.max(0, ...sizes) / 1024);
  } catch {
    return 0;
  }
}

async function writeFile(path, ROWS) {
  const words = ['soup', 'tea', 'waiter', 'terrace', 'bill', 'coffee', 'parking', 'cake'];
  const stream = createWriteStream(path);
  stream.write('id,text,category,date\n');
  for (let i = 0; i < ROWS; i++) {
    const n = i % TEXTS;
    const [a, b] = [words[n % 8], words[(n >> 3) % 8]];
    const text = `Visit ${n}: the ${a} was ${n % 2 ? 'lovely' : 'awful'}, and ""the ${b}"" too.`;
    const day = new Date(Date.UTC(2026, 0, 1 + (i % 180))).toISOString().slice(0, 10);
    if (!stream.write(`r${i},"${text}",${b},${day}\n`))
      await new Promise((resolve) => stream.once('drain', resolve));
  }
  await new Promise((resolve) => stream.end(resolve));
}
