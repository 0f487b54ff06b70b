import { expect, test, type Page } from '@playwright/test';
import { BANK } from '../src/core/learn/quiz/bank.ts';
import { drawQuiz } from '../src/core/learn/quiz/draw.ts';
import {
  isChecked,
  type Known,
  type Probe,
  type Question,
} from '../src/core/learn/quiz/question.ts';
import { pointsOf, rightAnswer } from '../src/core/learn/quiz/score.ts';
import { outcomeOf, paddingOf, settle } from '../src/core/learn/quiz/truth.ts';
import { headline, openBenchmark, QUICK, startBenchmark } from './bench-support.ts';
import { expectFits, openPart } from './learn-support.ts';
import { faultsOf, modelReady } from './support.ts';

const SEED = 7;

const main = (page: Page) => page.getByRole('main');
const question = (page: Page, n: number) =>
  page.getByRole('heading', { name: `Question ${n} of 10` });
const next = (page: Page) => page.getByRole('button', { name: /Next question|See the result/ });

/** Asks the page's own predict, as a student could at the console. */
function truthOf(page: Page, probe: Probe) {
  const call = (input: unknown) =>
    page.evaluate(
      (given) =>
        window.sentiscope.predict(given as string).then(
          (answer: unknown) => ({ answer }),
          (error: Error) => ({ error: error.name }),
        ),
      input,
    );
  const ask = async () => {
    switch (probe.ask) {
      case 'label':
        return page.evaluate(
          async (text) => (await window.sentiscope.predict(text)).label,
          probe.text,
        );
      case 'tokens':
        return page.evaluate(
          async (text) => (await window.sentiscope.predict(text)).tokens,
          probe.text,
        );
      case 'padding': {
        const predictions = await page.evaluate(
          (texts) => window.sentiscope.predict(texts),
          probe.texts,
        );
        return paddingOf(predictions.map(({ tokens }) => tokens));
      }
      case 'outcome': {
        const result = await call(probe.input);
        return 'error' in result ? result.error : outcomeOf(result.answer);
      }
      case 'ratio':
      case 'winner':
      case 'part':
        return undefined; // no benchmark has been run here
    }
  };
  return ask();
}

/** The question as it is asked here, with its right answer. */
async function knownHere(page: Page, asked: Question): Promise<Known> {
  if (!isChecked(asked)) return asked;
  const value = await truthOf(page, asked.probe);
  return value === undefined ? asked.instead : settle(asked, { value, evidence: [] })!;
}

/** Fills in an answer, and checks it. */
async function answer(page: Page, known: Known, given: readonly number[]) {
  const plain = (text: string) => text.replaceAll('`', '');
  switch (known.kind) {
    case 'one':
      await main(page).getByLabel(plain(known.choices[given[0]!]!.text), { exact: true }).check();
      break;
    case 'several':
      for (const i of given)
        await main(page).getByLabel(plain(known.choices[i]!.text), { exact: true }).check();
      break;
    case 'number':
      await main(page).getByLabel('Your answer').fill(String(given[0]));
      break;
    case 'match':
      for (const [i, { item }] of known.pairs.entries())
        await main(page).getByLabel(item).selectOption(known.options[given[i]!]!);
  }
  await page.getByRole('button', { name: 'Check the answer' }).click();
}

/** An answer that is not the right one, but is one. */
function wrongAnswer(known: Known): number[] {
  switch (known.kind) {
    case 'one':
      return [known.choices.findIndex(({ mistake }) => mistake !== undefined)];
    case 'several':
      return [rightAnswer(known)[0]!];
    case 'number':
      return [known.answer + 1000];
    case 'match':
      return known.pairs.map(() => 0);
  }
}

test('ten questions by a seed: scored as they should be, kept through a reload, the same ten again', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await openPart(page, 'quiz', 'Quiz', `&seed=${SEED}`);
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  let expected = 0;
  const prompts: string[] = [];
  for (const [at, asked] of drawQuiz(SEED, BANK).entries()) {
    const known = await knownHere(page, asked);
    await expect(question(page, at + 1)).toBeFocused();
    const given = at % 3 === 1 ? wrongAnswer(known) : rightAnswer(known);
    expected += pointsOf(known, given);
    prompts.push(known.prompt.replaceAll('`', ''));
    if (at === 0) expect(await faultsOf(page)).toEqual([]);
    await answer(page, known, given);
    await expect(next(page)).toBeFocused();
    await expect(main(page).getByRole('status')).toContainText(
      known.explanation.replaceAll('`', ''),
    );
    if (at === 1) expect(await faultsOf(page)).toEqual([]);
    if (at === 4) {
      await page.reload(); // in the middle
      await expect(question(page, 5)).toBeVisible();
      await modelReady(page);
    }
    await next(page).click();
  }
  const score = `${Math.round(expected * 100) / 100} of 10 points`;
  await expect(page.getByRole('region', { name: `Result of quiz ${SEED}` })).toContainText(score);

  await page.reload();
  await expect(page.getByText(score)).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.reload(); // colours at rest, not mid-change
  await expect(page.getByText(score)).toBeVisible();
  await modelReady(page);
  expect(await faultsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 800 });
  await expectFits(page);

  await page.getByRole('button', { name: 'The same ten again' }).click();
  await expect(question(page, 1)).toBeVisible();
  await expectFits(page);
  for (let n = 1; n <= 10; n++) {
    await expect(question(page, n)).toBeVisible();
    await expect(main(page)).toContainText(prompts[n - 1]!);
    await page.getByRole('button', { name: 'I don’t know' }).click();
    await next(page).click();
  }
  await expect(page.getByText('0 of 10 points', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: new RegExp(`^Show quiz ${SEED},`) }).click();
  await expect(page.getByText(score)).toBeVisible();
});

test('by the keyboard alone, and a link does not throw away a quiz under way', async ({ page }) => {
  await openPart(page, 'quiz', 'Quiz', '&seed=abc');
  await expect(page.getByText('is not the number of a quiz')).toBeVisible();
  await page.getByLabel('Number of the quiz').focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(`${SEED}`);
  await page.keyboard.press('Enter');
  await expect(question(page, 1)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(main(page).getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Choose one answer, or press “I don’t know”.')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(next(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question(page, 2)).toBeFocused();

  await page.goto('#/learn?part=quiz&seed=8');
  await page.getByRole('button', { name: `Go on with quiz ${SEED}` }).click();
  await expect(question(page, 2)).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByText('your answer')).toBeVisible();
});

test('a question about this machine is checked against its own benchmark', async ({ page }) => {
  const measured = (each: Question) => isChecked(each) && each.probe.ask === 'winner';
  const seed = [...Array(999).keys()].find((one) => drawQuiz(one, BANK).some(measured))!;
  await openBenchmark(page, QUICK);
  await startBenchmark(page).click();
  await expect(headline(page)).toBeVisible({ timeout: 60_000 });
  await page.goto(`#/learn?part=quiz&seed=${seed}`);
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  for (const asked of drawQuiz(seed, BANK)) {
    if (measured(asked)) break;
    await page.getByRole('button', { name: 'I don’t know' }).click();
    await next(page).click();
  }
  await expect(page.getByText('Checked against this machine’s newest benchmark.')).toBeVisible();
  await page.getByRole('button', { name: 'I don’t know' }).click();
  await expect(main(page).getByRole('status')).toContainText(
    /Measured on this machine: batch was [\d.]+ times as fast/,
  );
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the plan of a lesson opens from Learn, in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('#/learn');
    await page.getByRole('link', { name: 'a plan for a 45-minute lesson' }).click();
    await expect(page.getByRole('heading', { name: 'When numbers differ' })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    await expectFits(page);
    await page.getByRole('link', { name: /part=quiz&seed=7$/ }).click();
    await expect(page.getByLabel('Number of the quiz')).toHaveValue('7');
    expect(await faultsOf(page)).toEqual([]);
  });
