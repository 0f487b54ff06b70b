// The first visit: the bytes on their way to the first label, by kind, raw and as a static host sends them, held against what
// they may be; and the time to it, cold and warm.
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { FLAGS, findChromium } from '../tools/chromium.mjs';
import { PAGE, serve } from './lib.mjs';

const ROUNDS = 3;
/** Of everything up to the first label, and of the page's scripts among it; gzip, in bytes. */
const MOST = { everything: 12e6, scripts: 250e3 };

/** What is asked for before the first label without being needed for it: a slower line has not brought it by then. */
const MEANWHILE = 'accurate model, meanwhile';
const SCRIPTS = 'scripts of the page';

function kindOf(path, { 'sec-fetch-dest': to, referer }) {
  if (path.includes('/models/sentiscope-base/')) return MEANWHILE;
  if (path.includes('/models/')) return 'small model';
  if (/ort-wasm/.test(path)) return 'general runtime';
  if (!/\.js$/.test(path)) return 'page, styles, images';
  if (to === 'serviceworker' || referer?.endsWith('/sw.js')) return 'kept for later';
  return to === 'worker' || !referer ? 'scripts of workers' : SCRIPTS;
}

export async function visit() {
  const server = await serve();
  const arrived = [];
  server.httpServer.prependListener('request', ({ url, headers }, response) => {
    response.on('finish', () => arrived.push({ url, headers }));
  });
  const times = { cold: [], warm: [] };
  let table = {};
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const profile = mkdtempSync(join(tmpdir(), 'sentiscope-visit-'));
      const browser = await chromium.launchPersistentContext(profile, {
        executablePath: findChromium(),
        args: FLAGS,
      });
      arrived.length = 0;
      const first = await firstLabel(browser);
      times.cold.push(first.ms);
      table = await weigh(arrived.slice());
      // The next visit finds the model, and the page itself, on the device.
      await first.page.getByText('Model ready').waitFor({ timeout: 120_000 });
      await first.page.evaluate(() => navigator.serviceWorker.ready);
      await first.page.close();
      times.warm.push((await firstLabel(browser)).ms);
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    }
  } finally {
    await server.close();
  }
  const needed = Object.entries(table).filter(([kind]) => kind !== MEANWHILE);
  const sum = needed.reduce((total, [, row]) => total + row['gzip, kB'] * 1000, 0);
  const asTheyAre = needed.reduce(
    (total, [kind, row]) => total + row[kind === 'small model' ? 'raw, kB' : 'gzip, kB'] * 1000,
    0,
  );
  console.log('A first visit with Sentiscope base chosen, up to its first label');
  console.table(table);
  held('Everything it needs', sum, MOST.everything);
  held('The same from a host that compresses no model', asTheyAre, MOST.everything);
  held('Scripts of the page', (table[SCRIPTS]?.['gzip, kB'] ?? 0) * 1000, MOST.scripts);
  const middle = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
  console.log(
    `Address to first label, median of ${ROUNDS}: cold ${middle(times.cold).toFixed(0)} ms, warm ${middle(times.warm).toFixed(0)} ms`,
  );
  return { table, times, sum, asTheyAre };
}

function held(what, bytes, most) {
  const verdict = bytes <= most ? 'within' : 'OVER';
  console.log(`${what}: ${kB(bytes)} kB, ${verdict} the ${kB(most)} kB it may be`);
}

const kB = (bytes) => Math.round(bytes / 1000);

async function firstLabel(browser) {
  const page = await browser.newPage();
  const start = performance.now();
  await page.goto(PAGE);
  await page.getByLabel('Your text').fill('I love sunny days');
  await page.locator('[data-current="true"]').waitFor({ timeout: 120_000 });
  return { page, ms: performance.now() - start };
}

/** Sizes of what the build holds of the files that were answered with. */
async function weigh(requests) {
  const table = {};
  for (const { url, headers } of requests) {
    const path = new URL(url, PAGE).pathname.replace(/\/$/, '/index.html');
    const body = await readFile(`dist${path}`).catch(() => undefined);
    if (!body) continue;
    const row = (table[kindOf(path, headers)] ??= { files: 0, 'raw, kB': 0, 'gzip, kB': 0 });
    row.files += 1;
    row['raw, kB'] += body.length / 1000;
    row['gzip, kB'] += gzipSync(body).length / 1000;
  }
  const round = (value) => Math.round(value * 10) / 10;
  for (const row of Object.values(table))
    for (const unit of ['raw, kB', 'gzip, kB']) row[unit] = round(row[unit]);
  return table;
}
