// Live typing in the built page: keystroke to painted label, idle and while a file is being scored, and tasks over 50 ms on
// the main thread. Both models are typed at in turn, idle and busy, so that a drift of the machine hits all alike.
import { quantile } from 'simple-statistics';
import { launch, openPage, ratio, ratioText, serve, takeLongTasks, tasksText } from './lib.mjs';

const ROUNDS = 4;
const KEY_MS = 100; // ten characters a second
/** 30 tokens when it is complete. */
const TEXT =
  'The soup was cold and the waiter was rude, but the owner came out, listened to us and made it right.';
/** Different texts, more than are scored while the typing lasts. */
const ROWS = 150_000;

export async function typing() {
  const server = await serve();
  const browser = await launch();
  const subjects = [];
  try {
    for (const model of ['sentiscope-base', 'sentiscope-small'])
      for (const busy of [false, true]) subjects.push(await open(browser, model, busy));
    for (let i = 0; i < ROUNDS; i++)
      for (const subject of i % 2 ? subjects.toReversed() : subjects) await round(subject);
  } finally {
    await browser.close();
    await server.close();
  }
  const table = {};
  for (const { name, labelMs, paintMs, loadMs, whileLoading, whileTyping } of subjects)
    table[name] = {
      'labels painted': `${paintMs.flat().length} of ${TEXT.length * ROUNDS} keystrokes`,
      'keystroke to label p50, ms': quantile(labelMs.flat(), 0.5).toFixed(1),
      'label p95, ms': quantile(labelMs.flat(), 0.95).toFixed(1),
      'keystroke to paint p50, ms': quantile(paintMs.flat(), 0.5).toFixed(1),
      'p95, ms': quantile(paintMs.flat(), 0.95).toFixed(1),
      'load, ms': loadMs,
      'tasks over 50 ms, loading': tasksText(whileLoading),
      typing: tasksText(whileTyping),
    };
  console.log(
    `${TEXT.length} characters at ${1000 / KEY_MS} a second, ${ROUNDS} rounds, WASM, one worker`,
  );
  console.table(table);
  const medians = ({ paintMs }) => paintMs.map((list) => quantile(list, 0.5));
  const [baseIdle, baseBusy, smallIdle, smallBusy] = subjects.map(medians);
  const ratios = {
    'base: busy over idle': await ratio(baseBusy, baseIdle),
    'small: busy over idle': await ratio(smallBusy, smallIdle),
    'idle: base over small': await ratio(baseIdle, smallIdle),
  };
  for (const [name, value] of Object.entries(ratios)) console.log(`${name}: ${ratioText(value)}`);
  return { table, ratios };
}

/** A page with its own worker; the others sleep meanwhile, and so does a file between the rounds. */
async function open(browser, model, busy) {
  const start = Date.now();
  const page = await openPage(browser, { model });
  const loadMs = Date.now() - start;
  await page.evaluate(watch);
  const whileLoading = await takeLongTasks(page);
  if (busy) await startFile(page);
  const name = `${model}, ${busy ? 'scoring a file' : 'idle'}`;
  return { name, page, busy, loadMs, whileLoading, labelMs: [], paintMs: [], whileTyping: [] };
}

async function startFile(page) {
  const lines = Array.from(
    { length: ROWS },
    (_, i) =>
      `The tea of visit ${i} was fine, and the cake that came with it better than the one before.`,
  );
  await page.goto(`${page.url().split('#')[0]}#/batch`);
  const buffer = Buffer.from(`text\n${lines.join('\n')}\n`);
  await page
    .getByLabel('File to score')
    .setInputFiles({ name: 'many.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: /^Score [\d,]+ rows$/ }).click({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: /^(Go on|Resume)/ }).waitFor();
}

async function setWorking(page, on) {
  await page.getByRole('link', { name: 'Score a file' }).click();
  await page.getByRole('button', { name: on ? /^(Go on|Resume)/ : 'Pause' }).click();
  await page.getByRole('link', { name: 'Live' }).click();
}

/** Types the text once. */
async function round({ page, busy, labelMs, paintMs, whileTyping }) {
  if (busy) await setWorking(page, true);
  const box = page.getByLabel('Your text');
  await box.fill('');
  await page.waitForTimeout(500);
  await page.evaluate(
    () => (window.longTasks.splice(0), window.labelled.splice(0), window.painted.splice(0)),
  );
  await box.pressSequentially(TEXT, { delay: KEY_MS });
  await page.waitForTimeout(1500); // the last answer, its sentences and their painting
  labelMs.push(await page.evaluate(() => window.labelled.splice(0)));
  paintMs.push(await page.evaluate(() => window.painted.splice(0)));
  whileTyping.push(...(await takeLongTasks(page)));
  if (busy) await setWorking(page, false);
}

/**
 * In the page: watches it from outside the app, from each input event to its text's label in the document, and to the end of
 * the frame that shows it: that is up to one frame later, whatever the model did.
 */
function watch() {
  window.labelled = [];
  window.painted = [];
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
    window.labelled.push(performance.now() - at);
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.painted.push(performance.now() - at);
      port2.postMessage(null);
    });
  }).observe(document, { subtree: true, childList: true, attributes: true });
}
