import type { Page } from '@playwright/test';

// WebGPU drawn by the CPU: right, and slow. The small model keeps it bearable.
export const PATIENCE = { timeout: 300_000 };

/** The small model, on the device that the user chose, or on the page's own choice. */
export async function useSmall(page: Page, device: 'webgpu' | 'auto') {
  await page.addInitScript((chosen) => {
    if (localStorage.getItem('sentiscope-settings')) return; // what the page has kept since stands
    const settings = { model: { source: 'bundled', id: 'sentiscope-small' }, device: chosen };
    localStorage.setItem('sentiscope-settings', JSON.stringify(settings));
  }, device);
}
