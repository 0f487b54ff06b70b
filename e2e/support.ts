import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, type Worker } from '@playwright/test';

export const BASE_WEIGHTS = '**/models/sentiscope-base/onnx/model_quantized.onnx';

/** Waits until a model answers. */
export async function modelReady(page: Page) {
  await expect(page.getByText('Model ready')).toBeVisible({ timeout: 60_000 });
}

export const textBox = (page: Page) => page.getByLabel('Your text');

/** Types a text and waits for its label to be announced. */
export async function expectLabel(page: Page, text: string, label: RegExp) {
  await textBox(page).fill(text);
  await expect(page.getByRole('status')).toHaveText(label);
}

/** The worker that was started last. */
export async function newestWorker(page: Page): Promise<Worker> {
  await expect.poll(() => page.workers().length).toBeGreaterThan(0);
  return page.workers().at(-1)!;
}

/** Holds every request for `url` until released. */
export async function hold(page: Page, url: string) {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(url, async (route) => {
    await released;
    await route.fallback();
  });
  return release;
}

/**
 * Asks for a prediction and comes back as soon as a worker has been sent the text.
 *
 * @returns waits for the outcome: 'answered', or the message of the error
 */
export async function beginPrediction(page: Page, text: string): Promise<() => Promise<string>> {
  const outcome = await page.evaluateHandle((long) => {
    const answer = window.sentiscope.predict(long).then(
      () => 'answered',
      (error: Error) => error.message,
    );
    return { answer }; // a bare promise would be waited for
  }, text);
  return () => outcome.evaluate(({ answer }) => answer);
}

/** What axe-core finds serious or critical, each with where. */
export async function faultsOf(page: Page) {
  // Colours at rest, not on their way to another scheme; what turns for ever is not waited for.
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => String(target)) }));
}

/** Nothing but what scrolls by itself is wider than the page, and no row of choices is cut off. */
export async function expectFits(page: Page) {
  const over = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const cut = [...document.querySelectorAll('[role="radiogroup"]')]
        .filter((choices) => choices.scrollWidth > choices.clientWidth)
        .map((choices) => choices.textContent);
      return [...(scrollWidth > clientWidth ? ['the page'] : []), ...cut];
    });
  await expect.poll(over).toEqual([]);
}
