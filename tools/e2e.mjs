// Runs the browser tests over dist/ with whatever Chromium this machine has, and gets one where it has none.
// Arguments are passed on to `playwright test`.
import { existsSync } from 'node:fs';
import { findChromium, run, stop } from './chromium.mjs';

if (!existsSync('dist/index.html')) stop('Nothing to test yet: run `npm run build` first.');

const browser = findChromium();
console.log(`Testing in ${browser}`);
process.env.SENTISCOPE_CHROMIUM = browser;
process.exit(run('npx', 'playwright', 'test', ...process.argv.slice(2)) ? 0 : 1);
