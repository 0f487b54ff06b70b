import { describe, expect, it } from 'vitest';
import { createMappingMemory } from './intake-memory.ts';

function setUp(initial: unknown = null) {
  let kept = initial;
  const memory = createMappingMemory({ read: () => kept, write: (mappings) => (kept = mappings) });
  return { ...memory, kept: () => kept };
}

const mapping = (text: number) => ({ text, labels: {} });

describe('the memory of mappings', () => {
  it('gives back the last mapping of a shape', () => {
    const { read, write } = setUp();
    const whole = { text: 1, label: 2, labels: { good: 'positive', '?': null } } as const;
    write('a', mapping(0));
    write('a', whole);
    expect(read('a')).toEqual(whole);
    expect(read('b')).toBeUndefined();
  });

  it('forgets the one used longest ago beyond 50', () => {
    const { read, write } = setUp();
    for (let i = 0; i < 50; i += 1) write(`shape ${i}`, mapping(i));
    write('shape 0', mapping(0)); // used again
    write('one more', mapping(0));
    expect(read('shape 1')).toBeUndefined();
    expect(read('shape 0')).toBeDefined();
    expect(read('shape 2')).toBeDefined();
  });

  it.each([
    'x',
    [['a', { text: -1, labels: {} }]],
    [['a', { text: 0, labels: { x: 'great' } }]],
    [['a', { text: 0 }]],
  ])('takes nothing from what is not whole: %j', (kept) => {
    const { read, write } = setUp(kept);
    expect(read('a')).toBeUndefined();
    write('a', mapping(3));
    expect(read('a')).toEqual(mapping(3));
  });
});
