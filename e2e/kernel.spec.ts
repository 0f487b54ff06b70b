import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { expectLabel, modelReady } from './support.ts';

const { probes, tolerance } = JSON.parse(
  readFileSync('public/models/sentiscope-base/probes.json', 'utf8'),
) as { probes: { text: string; label: string; fp32: number[] }[]; tolerance: { q8: number } };
const TEXTS = probes.map(({ text }) => text);

const engineOf = (page: Page) => page.getByRole('complementary', { name: 'Engine' });

/** Logits and probabilities of texts that are asked for together, or each by itself. */
const predict = (page: Page, texts: string[], alone = false) =>
  page.evaluate(
    async ([texts, alone]) => {
      const { predict } = window.sentiscope;
      const answers = alone
        ? await Promise.all(texts.map((text) => predict(text)))
        : await predict(texts);
      return answers.map(({ logits, probabilities }) => ({
        logits,
        probabilities: Object.values(probabilities),
      }));
    },
    [texts, alone] as const,
  );

const furthest = (rows: readonly number[][], others: readonly number[][]) =>
  Math.max(...rows.flatMap((row, i) => row.map((x, k) => Math.abs(x - others[i]![k]!))));

/** Runs a script in the page's workers before their own. */
async function inWorkers(page: Page, script: string) {
  await page.route('**/assets/main-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `{ ${script} }\n${await response.text()}` });
  });
}

test('our kernel answers without the general runtime, agrees with it, and gives way to it', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/');
  await modelReady(page);
  const engine = engineOf(page);
  await expect(engine.getByText(/WASM, own kernel · q8/)).toBeVisible();
  await expectLabel(page, 'I love sunny days', /positive/i);
  expect(asked.filter((url) => /ort-wasm/.test(url))).toEqual([]);

  const kernel = await predict(page, TEXTS);
  expect(await predict(page, TEXTS, true)).toEqual(kernel); // alone and in company, to the last bit
  const shares = kernel.map(({ probabilities }) => probabilities);
  expect(
    furthest(
      shares,
      probes.map(({ fp32 }) => fp32),
    ),
  ).toBeLessThan(tolerance.q8);

  await engine.getByText('General runtime', { exact: true }).click();
  await expect(engine.getByText(/WASM · q8/)).toBeVisible();
  await modelReady(page);
  expect(asked.filter((url) => /ort-wasm.*\.wasm/.test(url))).toHaveLength(1);
  const library = (await predict(page, TEXTS)).map(({ probabilities }) => probabilities);
  expect(furthest(shares, library)).toBeLessThan(tolerance.q8);

  await page.reload(); // the choice is kept
  await modelReady(page);
  await expect(engine.getByText(/WASM · q8/)).toBeVisible();
  await engine.getByText('Own kernel', { exact: true }).click();
  await expect(engine.getByText(/WASM, own kernel · q8/)).toBeVisible();
});

test('without relaxed SIMD the other build gives the same bits', async ({ page }) => {
  await page.goto('/');
  await modelReady(page);
  const relaxed = await predict(page, TEXTS);
  // The better build is asked about first.
  await inWorkers(
    page,
    'let n = 0; const v = WebAssembly.validate; WebAssembly.validate = (b) => n++ > 0 && v(b);',
  );
  await page.reload();
  await modelReady(page);
  await engineOf(page).getByRole('button', { name: 'Details' }).click();
  await expect(engineOf(page).getByText('Our own kernel, baseline SIMD')).toBeVisible();
  expect(await predict(page, TEXTS)).toEqual(relaxed);
});

for (const [fault, script, reason, detail] of [
  [
    'cannot be started',
    "const i = WebAssembly.instantiate; WebAssembly.instantiate = (b, o) => b.byteLength < 50_000 ? Promise.reject(new Error('out of order')) : i(b, o);",
    /could not be started/,
    /out of order/,
  ],
  [
    'computes nonsense',
    `const i = WebAssembly.instantiate;
    WebAssembly.instantiate = async (b, o) => {
      const done = await i(b, o);
      if (!(b.byteLength < 50_000)) return done;
      return { instance: { exports: { ...done.instance.exports, attend: () => {}, gelu: () => {} } } };
    };`,
    /failed the test with known answers/,
    /logits \[NaN/, // an answer that is none
  ],
] as const)
  test(`a kernel that ${fault} gives way to the general runtime, with a reason`, async ({
    page,
  }) => {
    await inWorkers(page, script);
    await page.goto('/');
    await modelReady(page);
    const engine = engineOf(page);
    await expect(engine.getByText(/WASM · q8/)).toBeVisible();
    await expect(engine.getByRole('alert').filter({ hasText: reason })).toBeVisible();
    await engine.getByRole('button', { name: 'Details' }).click();
    await expect(engine.getByText(detail)).toBeVisible();
    await expectLabel(page, 'I love sunny days', /positive/i);
  });
