// Live typing in the built page, in a real browser: keystroke to painted label, and tasks over 50 ms on the main thread.
// Both models are typed at in turn, round by round, so that a drift of the machine's speed hits both alike.
import { chromium } from 'playwright';
import { quantile } from 'simple-statistics';
import { preview } from 'vite';
import { FLAGS, findChromium } from '../tools/chromium.mjs';

const ROUNDS = 4;
const KEY_MS = 100; // ten characters a second
const TEXT =
  'The soup was cold and the waiter was rude, but the owner came out, listened to us and made it right. ' +
  'We got a new table by the window and the best dessert of the year, so we will come again soon.';

const server = await preview({ preview: { port: 4174, strictPort: true }, logLevel: 'silent' });
const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });

/** A page with its own worker; the other model's page sleeps meanwhile. */
async function open(id) {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript(watch, id);
  const start = Date.now();
  await page.goto('http://localhost:4174/');
  await page.getByText('Model ready').waitFor();
  const loadMs = Date.now() - start;
  const whileLoading = await takeLongTasks(page);
  return { id, page, loadMs, whileLoading, paintMs: [], whileTyping: [] };
}

const takeLongTasks = (page) => page.evaluate(() => window.longTasks.splice(0));

/** Types the text once. */
async function round({ page, paintMs, whileTyping }) {
  const box = page.getByLabel('Your text');
  await box.fill('');
  await page.evaluate(() => (window.longTasks.splice(0), window.painted.splice(0)));
  await box.pressSequentially(TEXT, { delay: KEY_MS });
  await page.waitForTimeout(1500); // the last answer, its sentences and their painting
  paintMs.push(...(await page.evaluate(() => window.painted.splice(0))));
  whileTyping.push(...(await takeLongTasks(page)));
}

/** In the page: watches it from outside the app, from each input event to the frame that shows its text's label. */
function watch(model) {
  const settings = { model: { source: 'bundled', id: model }, device: 'wasm' };
  localStorage.setItem('sentiscope-settings', JSON.stringify(settings));
  window.longTasks = [];
  window.painted = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });

  const typedAt = new Map();
  document.addEventListener(
    'input',
    ({ target, timeStamp }) => typedAt.set(target.value, timeStamp),
    true,
  );
  new MutationObserver(() => {
    const text = document.querySelector('[data-current="true"]')?.dataset.text;
    const at = typedAt.get(text);
    if (at === undefined) return;
    typedAt.delete(text);
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.painted.push(performance.now() - at);
      port2.postMessage(null);
    });
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

const tasks = (list) =>
  list.length === 0 ? 'none' : `${list.length}, longest ${Math.max(...list).toFixed(0)} ms`;

const subjects = [await open('sentiscope-base'), await open('sentiscope-small')];
for (let i = 0; i < ROUNDS; i++)
  for (const subject of i % 2 ? subjects.toReversed() : subjects) await round(subject);

console.log(
  `Live typing, ${TEXT.length} characters at ${1000 / KEY_MS} a second, ${ROUNDS} rounds, WASM, one worker`,
);
console.table(
  Object.fromEntries(
    subjects.map(({ id, paintMs, loadMs, whileLoading, whileTyping }) => [
      id,
      {
        'labels painted': `${paintMs.length} of ${TEXT.length * ROUNDS} keystrokes`,
        'keystroke to paint p50, ms': quantile(paintMs, 0.5).toFixed(1),
        'p95, ms': quantile(paintMs, 0.95).toFixed(1),
        'cold load, ms': loadMs,
        'tasks over 50 ms, loading': tasks(whileLoading),
        typing: tasks(whileTyping),
      },
    ]),
  ),
);
const [base, small] = subjects.map(({ paintMs }) => quantile(paintMs, 0.5));
console.log(`Keystroke to paint, median, base against small: ${(base / small).toFixed(2)}x`);

await browser.close();
await server.close();
