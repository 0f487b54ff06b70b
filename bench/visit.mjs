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

/**
 * How late every answer is while bytes are counted, in ms: from a server on the same machine, what is only asked for as the
 * first label is under way would count as having come before it.
 */
const DISTANCE = 200;
const MODEL = 'small model';
const SCRIPTS = 'scripts of the page';

function kindOf(path, { 'sec-fetch-dest': to }) {
  if (path.includes('/models/sentiscope-base/')) return 'accurate model';
  if (path.includes('/models/')) return MODEL;
  if (/ort-wasm/.test(path)) return 'general runtime';
  if (!/\.js$/.test(path)) return 'page, styles, images';
  return to === 'script' ? SCRIPTS : 'scripts of workers';
}

export async function visit() {
  const server = await serve();
  const times = { cold: [], warm: [] };
  let table = {};
  try {
    for (let round = 0; round < ROUNDS; round++)
      await inNewProfile(async (browser) => {
        const first = await firstLabel(browser);
        times.cold.push(first.ms);
        // The next visit finds the model, and the page itself, on the device.
        await first.page.getByText('Model ready').waitFor({ timeout: 120_000 });
        await first.page.evaluate(() => navigator.serviceWorker.ready);
        await first.page.close();
        times.warm.push((await firstLabel(browser)).ms);
      });
    const arrived = watchFromAfar(server.httpServer);
    await inNewProfile(async (browser) => {
      await firstLabel(browser);
      table = await weigh([...arrived]);
    });
  } finally {
    await server.close();
  }
  const rows = Object.entries(table);
  const sum = rows.reduce((total, [, row]) => total + row['gzip, kB'] * 1000, 0);
  const asTheyAre = rows.reduce(
    (total, [kind, row]) => total + row[kind === MODEL ? 'raw, kB' : 'gzip, kB'] * 1000,
    0,
  );
  console.log('A first visit with Sentiscope base chosen, up to its first label');
  console.table(table);
  held('Everything', sum, MOST.everything);
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

async function inNewProfile(act) {
  const profile = mkdtempSync(join(tmpdir(), 'sentiscope-visit-'));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: FLAGS,
  });
  await act(browser).finally(() => browser.close());
  rmSync(profile, { recursive: true, force: true });
}

/** Answers late from now on. @returns what has been answered to its end, as it grows */
function watchFromAfar(server) {
  const arrived = [];
  const listeners = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const { url, headers } = request;
    response.on('finish', () => arrived.push({ url, headers }));
    setTimeout(() => listeners.forEach((listener) => listener(request, response)), DISTANCE);
  });
  return arrived;
}

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
