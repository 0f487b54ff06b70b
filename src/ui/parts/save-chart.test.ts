import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withColors } from './save-chart.ts';

const sheet = readFileSync(new URL('./chart-colors.css', import.meta.url), 'utf8');

it('has a colour of its own for every colour of the page’s charts', () => {
  const names = new Set(sheet.match(/--chart-[\w]+/g));
  expect(names.size).toBeGreaterThan(4);
  for (const name of names) expect(withColors(`var(${name})`)).toMatch(/^#[0-9a-f]{6}$/);
});

it('leaves what the chart’s own style element defines', () => {
  expect(withColors('fill: var(--plot-background)')).toBe('fill: var(--plot-background)');
});
