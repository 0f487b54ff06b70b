import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import * as v from 'valibot';
import { readFigures } from '../src/core/bench/read-figures.ts';
import { BenchResult } from '../src/core/bench/result.ts';
import type { BenchSettings } from '../src/core/bench/settings.ts';
import { EVERYDAY, openBatch, scoreFile } from './batch-support.ts';
import { headline, openBenchmark, QUICK, startBenchmark } from './bench-support.ts';
import { expectFits } from './support.ts';

/** One round holds all texts: how many rounds a machine manages can't change what is counted. */
const SHORT: Partial<BenchSettings> = {
  models: ['sentiscope-base', 'sentiscope-small', 'vader', 'bag-of-words'],
  workers: [1, 2],
  batchSizes: [1, 64],
  texts: { kind: 'everyday', count: 128 },
  seconds: 5,
};
/** Runs what an address asks for, through the view. */
async function runHere(page: Page, query = QUICK) {
  await openBenchmark(page, query);
  await startBenchmark(page).click();
  await expect(headline(page)).toBeVisible({ timeout: 110_000 });
}

async function exportedJson(page: Page): Promise<string> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export JSON' }).click();
  return readFileSync(await (await waiting).path(), 'utf8');
}

/** The tab as if it were hidden, or seen again: a headless browser hides none. */
const setHidden = (page: Page, hidden: boolean) =>
  page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    },
    hidden ? 'hidden' : 'visible',
  );

test('measures every scenario with the real models, and counts what company does to accuracy', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await openBenchmark(page);
  const result = v.parse(
    BenchResult,
    await page.evaluate((settings) => window.sentiscope.benchmark(settings), SHORT),
  );
  expect(result.complete).toBe(true);
  expect(new Set(result.cells.map(({ cell }) => cell.scenario))).toEqual(
    new Set(['single-stream', 'offline', 'server']),
  );
  for (const { cell, rounds, samples, check } of result.cells) {
    expect(samples.length, cell.id).toBeGreaterThan(0);
    if (cell.scenario !== 'server') {
      // Every round did all texts, each once.
      for (const round of rounds) expect(round.reviews, cell.id).toBe(128);
      expect(check.texts, cell.id).toBe(128);
      expect(check.answers, cell.id).toBe(128 * rounds.length);
    }
    const alone =
      cell.batchSize === 1 || !result.engines.find(({ id }) => id === cell.engine)!.pads;
    if (alone) expect(check.flips, cell.id).toBe(0);
    expect(Math.abs(check.correct - check.correctAlone), cell.id).toBeLessThanOrEqual(check.flips);
  }

  const { headlines, servers } = readFigures(result);
  expect(headlines.map(({ engine }) => engine.id)).toEqual([
    'sentiscope-base kernel',
    'sentiscope-small kernel',
    'vader',
    'bag-of-words',
  ]);
  const [base] = headlines;
  expect(base!.accuracy!.value).toBeGreaterThan(0.85);
  for (const { figures } of base!.others)
    expect(figures.accuracy!.value, figures.cell.id).toBeGreaterThan(0.85);
  expect(servers[0]!.points).toHaveLength(5);
  expect(result.paintMs.length).toBeGreaterThan(0);
});

test('fixed lengths are exact, as the model itself counts tokens', async ({ page }) => {
  await openBenchmark(page);
  const result = await page.evaluate(() =>
    window.sentiscope.benchmark({
      models: ['sentiscope-small'],
      scenarios: ['single-stream', 'offline'],
      workers: [1],
      batchSizes: [1, 4],
      texts: { kind: 'tokens', lengths: [8, 64, 512] },
      seconds: 5,
    }),
  );
  const tokens = result.engines[0]!.tokens;
  expect(new Set(tokens)).toEqual(new Set([8, 64, 512]));
  for (const { cell, samples } of result.cells)
    for (const sample of samples)
      for (const text of sample.texts) expect(tokens[text]).toBe(cell.tokens);
});

test('a link fills in what is measured; the guess stands beside what was found; all of it is kept', async ({
  page,
}) => {
  await openBenchmark(page, `${QUICK}&colour=red`);
  await expect(page.getByText('Part of the link could not be read')).toBeVisible();
  await expect(
    page.getByText(/Sentiscope small beside VADER, on 32 everyday reviews/),
  ).toBeVisible();
  await page.getByRole('radio', { name: 'All together, in batch' }).check();
  await startBenchmark(page).click();
  await expect(page.getByRole('heading', { name: 'Measuring' })).toBeVisible();
  await expect(headline(page)).toBeVisible({ timeout: 110_000 });
  await expect(headline(page)).toContainText('You said batch is 2 times as fast.');
  await expect(headline(page)).toContainText(/32 labelled reviews/);

  await expect(page).toHaveURL(/benchmark\?run=/);
  await page.getByLabel('Name of this run').fill('Desk 7');
  await page.getByLabel('Name of this run').press('Enter');
  await expect(page.getByRole('link', { name: 'Desk 7' })).toBeVisible();
  await page.reload();
  await expect(headline(page)).toContainText('You said batch is 2 times as fast.');
  await expect(page.getByLabel('Name of this run')).toHaveValue('Desk 7');

  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expectFits(page);
  }
  await page.getByRole('button', { name: 'Presenter mode' }).click();
  await expect(page.getByRole('button', { name: 'Export JSON' })).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Export JSON' })).toBeVisible();
  await page.getByRole('button', { name: 'Delete Desk 7' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).last().click();
  await expect(page.getByRole('link', { name: 'Desk 7' })).toBeHidden();
});

test('files of three machines are drawn side by side, others are refused with a sentence', async ({
  page,
}) => {
  await runHere(page);
  const json = await exportedJson(page);
  const result = v.parse(BenchResult, JSON.parse(json));
  const file = (name: string, content: string) => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(content),
  });
  const desks = [1, 2, 3].map((n) =>
    file(`desk${n}.json`, JSON.stringify({ ...result, id: `desk-${n}`, name: `Desk ${n}` })),
  );
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose result files' }).click();
  await (
    await choosing
  ).setFiles([
    ...desks,
    file('old.json', JSON.stringify({ ...result, version: 0 })),
    file('broken.json', json.slice(0, 1000)),
  ]);
  const machines = page.getByRole('region', { name: 'Machines side by side' });
  const refused = page.getByRole('alert').filter({ hasText: 'could not be read' }); // a busy machine is warned of, too
  await expect(refused).toContainText('2 files could not be read');
  await expect(refused).toContainText('old.json');
  await expect(refused).toContainText('broken.json');
  await expect(machines.getByRole('img', { name: /on 3 machines/ })).toBeVisible();
  await machines.getByRole('button', { name: 'As a table' }).click();
  for (const n of [1, 2, 3])
    await expect(machines.getByRole('rowheader', { name: `Desk ${n}` })).toBeVisible();

  const saved = page.waitForEvent('download');
  await machines.getByRole('button', { name: /Save the chart/ }).click();
  await page.getByRole('menuitem', { name: 'Save the numbers as CSV' }).click();
  const csv = readFileSync(await (await saved).path(), 'utf8');
  expect(csv.trim().split('\n')).toHaveLength(4);
});

test('a scored file can be what is measured, by the labels it came with', async ({ page }) => {
  const head = readFileSync(EVERYDAY, 'utf8').split('\n').slice(0, 81).join('\n');
  await openBatch(page);
  await scoreFile(page, { name: 'own.csv', content: head });
  await page.getByRole('link', { name: 'Benchmark' }).click();
  await page.getByRole('button', { name: 'What is measured' }).click();
  await page.getByRole('button', { name: /^Text lengths/ }).click();
  await page.getByRole('combobox', { name: 'Texts' }).click();
  await page.getByRole('option', { name: 'Scored file: own.csv' }).click();
  await page.getByRole('checkbox', { name: 'Sentiscope base' }).uncheck();
  await page
    .getByRole('group', { name: 'Batch sizes' })
    .getByRole('checkbox', { name: '8' })
    .uncheck();
  await page.getByLabel('How many').fill('64');
  await page.getByLabel('Time cap, s').fill('5');
  await page.getByLabel('Time cap, s').blur();
  await startBenchmark(page).click();
  await expect(headline(page)).toContainText('64 labelled reviews', { timeout: 110_000 });
  const json = await exportedJson(page);
  expect(v.parse(BenchResult, JSON.parse(json)).texts.count).toBe(64);
  expect(json).not.toContain('jacket'); // texts of the user's are in no export
});

test('a hidden tab pauses the run, and the round it touched is measured again', async ({
  page,
}) => {
  await openBenchmark(page, QUICK);
  await startBenchmark(page).click();
  await expect(page.getByText(/Measuring all variants in turn/)).toBeVisible({ timeout: 60_000 });
  await setHidden(page, true);
  await expect(page.getByText('Paused: the tab was hidden')).toBeVisible();
  await setHidden(page, false);
  await expect(headline(page)).toBeVisible({ timeout: 110_000 });
  await expect(page.getByText(/The tab was hidden meanwhile/)).toBeVisible();
  const result = v.parse(BenchResult, JSON.parse(await exportedJson(page)));
  expect(result.warnings).toContain('hidden');
  for (const { rounds } of result.cells)
    expect(rounds.map(({ round }) => round)).toEqual(rounds.map((_, i) => i));
});

test('a cancelled run shows what was complete; a second one at a time is refused', async ({
  page,
}) => {
  const long =
    'models=sentiscope-small&workers=1&batch=1&texts=everyday:32&seconds=600&scenarios=single-stream,offline';
  await openBenchmark(page, long);
  await startBenchmark(page).click();
  await expect(page.getByText(/in turn: round [3-9]/)).toBeVisible({ timeout: 60_000 });
  const second = await page.evaluate(() =>
    window.sentiscope.benchmark({}).then(
      () => 'ran',
      (error: Error) => error.message,
    ),
  );
  expect(second).toMatch(/bench-running/);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(headline(page)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/The run was cancelled/)).toBeVisible();
});

test('a fast wrong answer ends the run', async ({ page }) => {
  // From its 100th answer on, long after the untimed ones, a worker mixes up the classes.
  page.on('worker', (worker) => {
    const spoil = () => {
      const post = self.postMessage.bind(self) as (message: unknown, moved: Transferable[]) => void;
      let answers = 0;
      Object.assign(self, {
        postMessage(message: { output?: { probabilities?: Float32Array } }, moved: Transferable[]) {
          const { probabilities } = message.output ?? {};
          if (probabilities && ++answers > 100) probabilities.reverse();
          post(message, moved);
        },
      });
    };
    void worker.evaluate(spoil).catch(() => {}); // a worker that is gone already
  });
  await openBenchmark(page, QUICK);
  await startBenchmark(page).click();
  await expect(page.getByRole('alert')).toContainText(/gave other answers/, { timeout: 60_000 });
  await expect(startBenchmark(page)).toBeEnabled();
});

test('bad settings get a sentence', async ({ page }) => {
  await openBenchmark(page);
  const failure = await page.evaluate(() =>
    window.sentiscope.benchmark({ models: ['no-such-model'] }).then(
      () => 'ran',
      (error: Error) => error.message,
    ),
  );
  expect(failure).toMatch(/no-such-model/);
  await expect(page.getByRole('alert')).toBeVisible();
});
