import { describe, expect, it } from 'vitest';
import type { Machine } from '../../core/bench/rig.ts';
import { DEFAULT_SETTINGS } from '../../core/bench/settings.ts';
import { NO_SCORING } from '../scoring-state.ts';
import { isSlowerAfter, warningsBefore } from './warnings.ts';

const MACHINE: Machine = {
  userAgent: '',
  cores: 2,
  memoryGb: null,
  isolated: false,
  adapter: null,
  charging: null,
  tickMs: 0.1,
};
const QUIET = { lagMs: 1, beforeMs: [10, 10.2, 9.9, 10.1] };
const settings = DEFAULT_SETTINGS;
const warn = (machine: Partial<Machine>, sensed = {}, chosen = settings, workerTickMs = 0.1) =>
  warningsBefore(
    { machine: { ...MACHINE, ...machine }, workerTickMs },
    { settings: chosen, scoring: NO_SCORING },
    { ...QUIET, ...sensed },
  );

describe('warnings', () => {
  it('are none on a quiet machine', () => {
    expect(warn({})).toEqual([]);
    expect(warn({ charging: true })).toEqual([]);
  });

  it('tell of what the machine says', () => {
    expect(warn({ charging: false })).toEqual(['on-battery']);
    expect(warn({ tickMs: 1 })).toEqual(['tick-coarse']);
    expect(warn({}, {}, settings, 2)).toEqual(['tick-coarse']);
    expect(warn({ cores: 1 })).toEqual(['workers-capped']);
  });

  it('tell of a software adapter only where it is measured', () => {
    const adapter = { name: 'swiftshader', software: true };
    expect(warn({ adapter })).toEqual([]);
    expect(warn({ adapter }, {}, { ...settings, devices: ['webgpu'] })).toEqual([
      'software-adapter',
    ]);
  });

  it('tell of late timers and of a busy machine', () => {
    expect(warn({}, { lagMs: 980 })).toEqual(['throttled']);
    expect(warn({}, { beforeMs: [10, 10, 10, 15, 16] })).toEqual(['busy-before']);
  });

  it('tell of a machine that slowed down by more than a seventh', () => {
    expect(isSlowerAfter([10, 10, 10], [11, 11, 11])).toBe(false);
    expect(isSlowerAfter([10, 10, 10], [12, 12, 12])).toBe(true);
    expect(isSlowerAfter([10, 10, 10], [])).toBe(false);
  });
});
