// Files of 10,000, 100,000 and a million realistic rows in the built page, in a real browser. What a row costs at each size:
// counting, storing, opening again, going on, filtering, sorting, searching, exporting. Tasks over 50 ms, and the heaps of the
// page and of its workers, throughout. A million different texts are not scored in minutes: a given time's work is, and a line
// through it, shown with how well it fits, says what all of them would take.
import { execSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { FLAGS, findChromium } from '../tools/chromium.mjs';
import { watchHeaps } from './heaps.mjs';
import { PAGE, serve } from './lib.mjs';
import { writeReviews } from './made-reviews.mjs';

/** What the page finds chosen: the accurate model, by cascade. */
const CHOSEN = {
  'sentiscope-settings': { model: { source: 'bundled', id: 'sentiscope-base' }, device: 'wasm' },
  'sentiscope-cascade': { on: true, under: 0.72 },
};

const QUICK = { sizes: [10_000, 100_000], minutes: 1 };
const WHOLE = { sizes: [10_000, 100_000, 1_000_000], minutes: 60 };
/** Of the main thread's heap, in MB, whatever the number of rows. */
const MOST_HEAP = 300;

/** They take a given time, or show a screenful. */
const NOT_OF_EACH_ROW = ['score (not all rows)', 'scroll through the table'];

export const file = () => measureAll(QUICK);
export const million = () => measureAll(WHOLE);

async function measureAll({ sizes, minutes }) {
  const { SENTISCOPE_ROWS, SENTISCOPE_MINUTES } = process.env;
  const chosen = SENTISCOPE_ROWS?.split(',').map(Number) ?? sizes;
  const results = [];
  for (const rows of chosen)
    results.push(await measure(rows, Number(SENTISCOPE_MINUTES ?? minutes)));
  console.log('\nMicroseconds a row: constant where a row costs the same in a file of any size');
  const stages = results[0].stages.map(({ stage }) => stage);
  const ofEachRow = stages.filter((stage) => !NOT_OF_EACH_ROW.includes(stage));
  console.table(
    Object.fromEntries(
      ofEachRow.map((name) => [
        name,
        Object.fromEntries(
          results.map(({ rows, stages }) => {
            const { seconds } = stages.find(({ stage }) => stage === name);
            return [`${rows.toLocaleString('en')} rows`, figure((seconds / rows) * 1e6)];
          }),
        ),
      ]),
    ),
  );
  const heap = Math.max(
    ...results.flatMap(({ stages }) => stages.map((each) => each['page heap, MB'])),
  );
  console.log(
    `The page's own heap at its largest: ${heap} MB, ${heap < MOST_HEAP ? 'under' : 'OVER'} ${MOST_HEAP} MB`,
  );
  return results;
}

const figure = (value) => Number(value.toPrecision(3));

async function measure(rows, minutes) {
  const folder = mkdtempSync(join(tmpdir(), 'sentiscope-bench-'));
  const path = join(folder, 'many.csv');
  const different = await writeReviews(path, rows);
  const bytes = statSync(path).size;
  console.log(
    `\n${rows.toLocaleString('en')} rows, ${(bytes / 1e6).toFixed(1)} MB of CSV, ${different.toLocaleString('en')} different texts`,
  );
  const server = await serve();
  const browser = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: findChromium(),
    args: FLAGS,
    serviceWorkers: 'block',
  });
  try {
    const page = browser.pages()[0];
    const watch = await createWatch(page, folder);
    const scored = await drive(page, watch, { rows, minutes, path });
    console.table(watch.stages);
    return { rows, bytes, different, stages: watch.stages, scored };
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function drive(page, { stage }, { rows, minutes, path }) {
  await page.addInitScript((chosen) => {
    for (const [key, value] of Object.entries(chosen))
      localStorage.setItem(key, JSON.stringify(value));
    window.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longTasks.push(duration);
    }).observe({ type: 'longtask' });
    // A dialog can't be answered from here; the file it would give is as real.
    window.showSaveFilePicker = async ({ suggestedName }) =>
      (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
  }, CHOSEN);
  await page.goto(`${PAGE}#/batch`);
  await page.getByText('Model ready').waitFor({ timeout: 120_000 });

  const start = page.getByRole('button', { name: /^Score [\d,]+ rows$/ });
  await stage('count', async () => {
    await page.getByLabel('File to score').setInputFiles(path);
    await start.waitFor({ timeout: 600_000 });
  });

  const progress = page.getByRole('region', { name: 'Progress' });
  const done = async () => {
    const text = (await progress.textContent()) ?? '';
    if (text.includes('Every row is scored')) return rows;
    return Number(/([\d,]+) of (?:about )?[\d,]+ rows/.exec(text)?.[1].replaceAll(',', '') ?? 0);
  };
  const marks = [];
  const began = performance.now();
  const mark = async () => {
    const known = await done();
    const seconds = (performance.now() - began) / 1000;
    if (known > (marks.at(-1)?.rows ?? 0)) marks.push({ seconds, rows: known });
    return known;
  };
  await stage('store, while scoring', async () => {
    await start.click();
    await progress.waitFor();
    while (/Reading the file|of about|Waiting/.test((await progress.textContent()) ?? '')) {
      await mark();
      await page.waitForTimeout(200);
    }
  });
  await stage('score (not all rows)', async () => {
    while ((await mark()) < rows && performance.now() - began < minutes * 60_000)
      await page.waitForTimeout(500);
  });
  const scored = extrapolate(marks, rows);

  const pause = progress.getByRole('button', { name: 'Pause' });
  if (await pause.isVisible()) {
    await pause.click();
    await progress.getByText('Paused').first().waitFor();
  }
  await stage('open again', async () => {
    await page.reload();
    await page.getByRole('grid', { name: 'Rows of the file' }).getByRole('row').nth(2).waitFor();
  });
  await page.getByText('Model ready').waitFor();
  await page.waitForTimeout(2000);
  const goOn = progress.getByRole('button', { name: 'Go on' });
  const before = await done();
  if (await goOn.isVisible())
    await stage('go on to the next scored row', async () => {
      await goOn.click();
      while ((await done()) <= before) await page.waitForTimeout(50);
    });
  if (await pause.isVisible()) await pause.click();
  await page.waitForTimeout(3000); // the last summary

  const matching = page.getByRole('search', { name: 'Rows' }).getByRole('status');
  const grid = page.getByRole('grid', { name: 'Rows of the file' });
  const firstRow = () => grid.getByRole('row').nth(1).textContent();
  /** Until the count, or the first row, is another one, and nothing is looked for any more. */
  const changes = async (shown, act) => {
    const before = await shown();
    await act();
    while ((await shown()) === before || (await matching.textContent()) === 'Looking')
      await page.waitForTimeout(20);
  };
  const count = () => matching.textContent();
  const clear = () =>
    changes(count, () => page.getByRole('button', { name: 'Clear filters' }).click());

  for (const by of ['text', 'confidence'])
    await stage(`sort by ${by}`, () =>
      changes(firstRow, () => page.getByLabel('Sort by').selectOption(by)),
    );
  await stage('filter by label', () =>
    changes(count, () => page.getByRole('group', { name: 'Labels' }).getByText('Negative').click()),
  );
  await clear();
  await stage('search every text', () =>
    changes(count, () => page.getByLabel('Search the texts').fill('parking lovely')),
  );
  await clear();
  await stage('scroll through the table', () =>
    grid.evaluate(async (table) => {
      for (let i = 0; i < 100; i++) {
        table.scrollTop = (i / 100) * table.scrollHeight;
        await new Promise(requestAnimationFrame);
      }
    }),
  );
  await stage('export as CSV', async () => {
    await page.getByRole('button', { name: 'Export', exact: true }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    await dialog.getByText(/is written/).waitFor({ timeout: 600_000 });
  });
  return scored;
}

/** A straight line through rows done against time, after the first tenth; least squares. */
function extrapolate(marks, rows) {
  const known = marks.filter(({ seconds }) => seconds > marks.at(-1).seconds * 0.1);
  if (known.length < 5) {
    console.log('Scoring was over before a line could be drawn through it');
    return { marks };
  }
  const mean = (of) => known.reduce((sum, mark) => sum + of(mark), 0) / known.length;
  const [t, n] = [mean(({ seconds }) => seconds), mean((mark) => mark.rows)];
  const spread = (of) => known.reduce((sum, mark) => sum + of(mark), 0);
  const slope =
    spread(({ seconds, rows }) => (seconds - t) * (rows - n)) /
    spread(({ seconds }) => (seconds - t) ** 2);
  const left = spread(({ seconds, rows }) => (rows - n - slope * (seconds - t)) ** 2);
  const fit = 1 - left / spread((mark) => (mark.rows - n) ** 2);
  const last = marks.at(-1);
  const total = t + (rows - n) / slope;
  console.log(
    `Scored ${last.rows.toLocaleString('en')} rows in ${last.seconds.toFixed(0)} s: rows = ${figure(n - slope * t)} + ${figure(slope)} x seconds, R² ${fit.toFixed(4)}; all ${rows.toLocaleString('en')} would take ${(total / 60).toFixed(0)} min`,
  );
  return { marks, rowsPerSecond: slope, fit, secondsForAll: total };
}

/** Stages with their time, their long tasks and the largest memory while they ran. */
async function createWatch(page, folder) {
  const stages = [];
  const heaps = await watchHeaps(page);

  async function stage(name, act) {
    await page.evaluate(() => window.longTasks.splice(0));
    heaps.reset();
    let process = 0;
    let reading = true;
    const watching = (async () => {
      while (reading) {
        await heaps.read();
        process = Math.max(process, rendererMemory(folder));
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    })();
    const start = performance.now();
    await act();
    const seconds = (performance.now() - start) / 1000;
    reading = false;
    await watching;
    const tasks = await page.evaluate(() => window.longTasks.splice(0));
    const { main, workers } = heaps.most();
    stages.push({
      stage: name,
      seconds: Number(seconds.toFixed(2)),
      'tasks over 50 ms': tasks.length,
      'longest, ms': Math.round(Math.max(0, ...tasks)),
      'page heap, MB': main,
      'workers, MB': workers,
      'process, MB': process,
    });
    console.log(`${name}: ${seconds.toFixed(1)} s`);
  }

  return { stage, stages };
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
