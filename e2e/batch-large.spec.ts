import { expect, test } from '@playwright/test';
import { choose, exported, openBatch, progress, scoredAtLeast, start } from './batch-support.ts';

const ROWS = 200_000;

/** Reviews that are all different, some of them with what breaks a careless reader. */
function manyReviews(): string {
  const words = ['soup', 'tea', 'waiter', 'terrace', 'bill', 'coffee', 'parking', 'cake'];
  const lines = ['id,text,category'];
  for (let i = 0; i < ROWS; i++) {
    const [a, b] = [words[i % 8]!, words[(i >> 3) % 8]!];
    lines.push(
      `r${i},"Visit ${i}: the ${a} was ${i % 2 ? 'lovely' : 'awful'}, ""the ${b}"" too.",${b}`,
    );
  }
  return lines.join('\n');
}

test('200,000 rows: read, stored, scored in part, filtered and exported in full', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await openBatch(page);
  await choose(page, { name: 'many.csv', content: manyReviews() });
  await expect(page.getByRole('button', { name: 'Score 200,000 rows' })).toBeVisible({
    timeout: 120_000,
  });
  await start(page);
  await expect(progress(page)).toContainText(/of 200,000 rows/, { timeout: 120_000 });
  await scoredAtLeast(page, 500);
  await page.getByRole('button', { name: 'Stop and keep' }).click();
  await expect(progress(page).getByRole('heading', { name: 'Stopped' })).toBeVisible();

  await page.getByLabel('Search the texts').fill('"the parking was" 17');
  await expect(page.getByText(/of 200,000 rows/).last()).toBeVisible();
  const some = (await exported(page, 'CSV', true)).toString('utf8').trim().split('\n');
  expect(some.length).toBeGreaterThan(2);
  expect(some.slice(1).every((line) => line.includes('the parking was') && /17/.test(line))).toBe(
    true,
  );

  await page.getByRole('button', { name: 'Clear filters' }).click();
  const all = (await exported(page, 'CSV')).toString('utf8').trim().split('\n');
  expect(all).toHaveLength(ROWS + 1);
  expect(all[1]).toContain('Visit 0:');
  expect(all.at(-1)).toContain(`Visit ${ROWS - 1}:`);
  expect(
    all.slice(1).filter((line) => /,(negative|neutral|positive),/.test(line)).length,
  ).toBeGreaterThanOrEqual(500);
});
