// The first visit: bytes by kind, raw and as a static host sends them, and the time to the first label, cold and warm.
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { FLAGS, findChromium } from '../tools/chromium.mjs';
import { PAGE, serve } from './lib.mjs';

const ROUNDS = 3;

const kindOf = (url) =>
  url.includes('/models/') ? 'model' : /ort-wasm/.test(url) ? 'runtime' : 'page';

export async function visit() {
  const server = await serve();
  const times = { cold: [], warm: [] };
  let table = {};
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const profile = mkdtempSync(join(tmpdir(), 'sentiscope-visit-'));
      const browser = await chromium.launchPersistentContext(profile, {
        executablePath: findChromium(),
        args: FLAGS,
      });
      const first = await firstLabel(browser);
      times.cold.push(first.ms);
      table = first.bytes;
      // The next visit finds the model, and the page itself, on the device.
      await first.page.evaluate(() => navigator.serviceWorker.ready);
      await first.page.close();
      times.warm.push((await firstLabel(browser)).ms);
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    }
  } finally {
    await server.close();
  }
  console.log('Bytes of a first visit with Sentiscope base, from a local server');
  console.table(table);
  const middle = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
  console.log(
    `Address to first label, median of ${ROUNDS}: cold ${middle(times.cold).toFixed(0)} ms, warm ${middle(times.warm).toFixed(0)} ms`,
  );
  return { table, times };
}

async function firstLabel(browser) {
  const page = await browser.newPage();
  const bodies = [];
  page.on('response', (response) => bodies.push(read(response)));
  const start = performance.now();
  await page.goto(PAGE);
  await page.getByLabel('Your text').fill('I love sunny days');
  await page.locator('[data-current="true"]').waitFor({ timeout: 120_000 });
  const ms = performance.now() - start;
  await page.waitForTimeout(1000);
  const bytes = {};
  for (const body of await Promise.all(bodies)) {
    if (!body) continue;
    const row = (bytes[body.kind] ??= { files: 0, 'raw, MB': 0, 'gzip, MB': 0 });
    row.files += 1;
    row['raw, MB'] = round(row['raw, MB'] + body.raw / 1e6);
    row['gzip, MB'] = round(row['gzip, MB'] + body.gzip / 1e6);
  }
  return { page, ms, bytes };
}

const round = (value) => Math.round(value * 1000) / 1000;

/** Sizes of the file that was answered with; a host sends what the build holds. */
async function read(response) {
  const url = response.url();
  if (!url.startsWith(PAGE) || response.fromServiceWorker()) return undefined;
  const path = new URL(url).pathname.replace(/\/$/, '/index.html');
  const body = await readFile(`dist${path}`).catch(() => undefined);
  return body && { kind: kindOf(url), raw: body.length, gzip: gzipSync(body).length };
}
