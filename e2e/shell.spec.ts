import { expect, test } from '@playwright/test';
import { expectFits, modelReady } from './support.ts';

test('is called by its name, and shows Live for an address it does not know', async ({ page }) => {
  await page.goto('/#/nowhere');
  await expect(page).toHaveTitle('Live · Sentiscope');
  await expect(page.getByLabel('Your text')).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('never leaves this page');
  await expect(page.getByRole('contentinfo')).toContainText(/Sentiscope \d+\.\d+\.\d+/);
});

test('keeps the colours that were chosen', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const scheme = page.locator('html');
  await expect(scheme).toHaveAttribute('data-mantine-color-scheme', 'light');
  await page.getByRole('radio', { name: 'As the system' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(scheme).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.reload();
  await expect(scheme).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.getByRole('radio', { name: 'Dark' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(scheme).toHaveAttribute('data-mantine-color-scheme', 'light');
});

test('lets the keyboard skip to the content', async ({ page }) => {
  await page.goto('/');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await skip.focus();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page).toHaveURL(/\/$|#\/$/);
});

test('chooses a model with the keyboard alone', async ({ page }) => {
  await page.goto('/');
  await modelReady(page);
  const change = page.getByRole('button', { name: 'Change model' });
  await change.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Choose a model' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('tab', { name: 'Served with this page' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('tab', { name: 'Your own' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('tab', { name: 'From a hub' })).toBeFocused();
  await expect(dialog.getByText(/will be asked/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(change).toBeFocused();
});

test('says so when a part of the page does not come', async ({ page }) => {
  await page.route('**/LivePanel-*.js', (route) => route.abort());
  await page.goto('/');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('could not be downloaded');
  await page.unrouteAll();
  await alert.getByRole('button', { name: 'Reload the page' }).click();
  await expect(page.getByLabel('Your text')).toBeVisible();
});

for (const width of [390, 768, 1280, 1920]) {
  test(`fits into ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/');
    await modelReady(page);
    await page.getByRole('button', { name: 'Details' }).click();
    await expectFits(page);
  });
}
