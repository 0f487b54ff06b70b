import { describe, expect, it } from 'vitest';
import { defaultWorkers } from './capabilities.ts';

describe('defaultWorkers', () => {
  it('leaves one core to the page', () => {
    expect(defaultWorkers({ cores: 6, memoryGb: undefined })).toBe(5);
  });

  it('is at least 1 and at most 8', () => {
    expect(defaultWorkers({ cores: 1, memoryGb: 8 })).toBe(1);
    expect(defaultWorkers({ cores: 64, memoryGb: undefined })).toBe(8);
  });

  it('spares a machine with little memory', () => {
    expect(defaultWorkers({ cores: 8, memoryGb: 4 })).toBe(2);
    expect(defaultWorkers({ cores: 8, memoryGb: 8 })).toBe(7);
  });
});
