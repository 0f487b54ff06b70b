import { expect, it } from 'vitest';
import { madeFigures } from './made-headline.ts';
import { limitText } from './server-text.ts';

const [server] = madeFigures().figures.servers;
const said = (holds: number | undefined, breaks: number | undefined) =>
  limitText({ ...server!, holds, breaks }, 100);

it('says up to which rate the bound holds, and where it breaks', () => {
  expect(said(38.54, 48.2)).toBe(
    'It holds p95 under 0.1 s up to 38.5 reviews a second, and breaks it at 48.2.',
  );
});

it('claims nothing beyond the rates measured', () => {
  expect(said(40, undefined)).toMatch(/up to 40 reviews a second, the highest rate measured\.$/);
  expect(said(undefined, 10)).toMatch(/^No rate measured keeps .* not even 10 reviews a second/);
});
