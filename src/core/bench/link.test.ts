import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { settingsIn, settingsQuery } from './link.ts';
import { BASELINES, DEFAULT_SETTINGS, PLANS, SCENARIOS, type BenchSettings } from './settings.ts';

const list = <T>(of: readonly T[]) => fc.uniqueArray(fc.constantFrom(...of), { minLength: 1 });
const count = fc.integer({ min: 32, max: 1000 });
const settings: fc.Arbitrary<BenchSettings> = fc.record({
  models: list(['sentiscope-base', 'sentiscope-small', 'hub', ...BASELINES]),
  devices: list(['wasm', 'webgpu'] as const),
  scenarios: list(SCENARIOS),
  workers: list([1, 2, 8]),
  batchSizes: list([1, 4, 64]),
  plans: list(PLANS),
  texts: fc.oneof(
    fc.record({ kind: fc.constantFrom('everyday' as const, 'hard' as const), count }),
    fc.record({ kind: fc.constant('tokens' as const), lengths: list([8, 100, 512]) }),
    fc.record({
      kind: fc.constant('run' as const),
      run: fc.string({ minLength: 1 }),
      name: fc.constant(''),
      count,
    }),
  ),
  seconds: fc.integer({ min: 5, max: 900 }),
  seed: fc.nat(),
  boundMs: fc.integer({ min: 1, max: 10_000 }),
  rates: fc.array(fc.constantFrom(0.5, 20, 99.5)),
});

it('carries all settings in an address and back', () => {
  fc.assert(
    fc.property(settings, (given) => {
      expect(settingsIn(settingsQuery(given))).toEqual({ settings: given, ignored: [] });
    }),
  );
});

it('can be read by people', () => {
  expect(settingsQuery(DEFAULT_SETTINGS)).toContain('batch=1,4,16&');
  expect(settingsQuery(DEFAULT_SETTINGS)).toContain('texts=everyday:192');
});

it('takes the usual setting for what is missing or wrong, and names the latter', () => {
  const { settings, ignored } = settingsIn('seconds=20&workers=99&colour=red&texts=cats:3&rates=');
  expect(settings).toEqual({ ...DEFAULT_SETTINGS, seconds: 20 });
  expect(ignored).toEqual(['workers', 'colour', 'texts']);
});

it.each([
  ['seed=', ['seed']],
  ['batch=1,,4', ['batch']],
  ['texts=tokens:8-x', ['texts']],
  ['texts=everyday:', ['texts']],
  ['scenarios=', ['scenarios']],
  ['bound=Infinity', ['bound']],
  ['seconds=%zz', ['seconds']],
  ['__proto__=1&constructor=2', ['__proto__', 'constructor']],
])('takes nothing from %s', (query, ignored) => {
  expect(settingsIn(query)).toEqual({ settings: DEFAULT_SETTINGS, ignored });
});

it('takes the usual settings for an empty address', () => {
  expect(settingsIn('')).toEqual({ settings: DEFAULT_SETTINGS, ignored: [] });
});

it('reads all of the link for a person with a GPU', () => {
  const page = readFileSync('docs/gpu.md', 'utf8');
  const [, query] = /#\/benchmark\?(\S+)/.exec(page)!;
  const { settings, ignored } = settingsIn(query!);
  expect(ignored).toEqual([]);
  expect(settings.devices).toEqual(['webgpu', 'kernel']);
});
