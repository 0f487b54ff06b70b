import { describe, expect, it } from 'vitest';
import { defaultWorkers } from './capabilities.ts';
import type { EngineName } from './protocol.ts';

describe('defaultWorkers', () => {
  it('leaves one core to the page', () => {
    expect(defaultWorkers({ cores: 6, memoryGb: undefined }, 'kernel')).toBe(5);
  });

  it('is at least 1 and at most 8', () => {
    expect(defaultWorkers({ cores: 1, memoryGb: 8 }, 'kernel')).toBe(1);
    expect(defaultWorkers({ cores: 64, memoryGb: undefined }, 'library')).toBe(8);
  });

  it('follows memory, of which a worker of the library takes more', () => {
    const on = (memoryGb: number, engine: EngineName) =>
      defaultWorkers({ cores: 16, memoryGb }, engine);
    expect([0.5, 2, 4, 8].map((gb) => on(gb, 'kernel'))).toEqual([1, 1, 4, 8]);
    expect([0.5, 2, 4, 8].map((gb) => on(gb, 'library'))).toEqual([1, 1, 2, 7]);
  });
});
