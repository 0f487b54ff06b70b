// npm run bench: everything but the million rows, or the parts named: npm run bench -- engines kernel cascade gate page typing
// visit file. A million rows, with an hour's scoring: npm run bench -- --million
import { execSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { cascade } from './cascade.mjs';
import { engines } from './engines.mjs';
import { gate } from './gate.mjs';
import { kernel } from './kernel.mjs';
import { page } from './page.mjs';
import { file, million } from './rows.mjs';
import { typing } from './typing.mjs';
import { visit } from './visit.mjs';

const USUAL = { engines, kernel, cascade, gate, page, typing, visit, file };
const PARTS = { ...USUAL, million };
const OUT = 'bench/results.json';

const asked = process.argv.slice(2).map((name) => name.replace(/^--/, ''));
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are ${Object.keys(PARTS).join(', ')}.`);
  process.exit(1);
}

const results = {
  at: new Date().toISOString(),
  commit: commit(),
  machine: { cpu: cpus()[0]?.model, cores: cpus().length, memoryGb: Math.round(totalmem() / 1e9) },
};
let failed = false;
for (const name of asked.length > 0 ? asked : Object.keys(USUAL)) {
  console.log(`\n== ${name} ==`);
  try {
    results[name] = await PARTS[name]();
  } catch (error) {
    // One part that fails takes no other with it.
    failed = true;
    results[name] = { failed: String(error) };
    console.error(error);
  }
  writeFileSync(OUT, JSON.stringify(results));
}
console.log(`\nEvery figure is in ${OUT}.`);
process.exit(failed ? 1 : 0);

function commit() {
  try {
    return execSync('git rev-parse --short HEAD', { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  } catch {
    return undefined; // a copy without history
  }
}
