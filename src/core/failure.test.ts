import { describe, expect, it } from 'vitest';
import { AppError, toFailure } from './failure.ts';

describe('toFailure', () => {
  it('keeps the failure inside an AppError', () => {
    const failure = { code: 'offline', detail: 'd' } as const;
    expect(toFailure(new AppError(failure), 'bad-input')).toBe(failure);
  });

  it('knows an aborted signal', () => {
    const { signal } = new AbortController();
    const error = new DOMException('stop', 'AbortError');
    expect(signal.aborted).toBe(false);
    expect(toFailure(error, 'inference-failed').code).toBe('cancelled');
  });

  it.each(['RangeError: Array buffer allocation failed', 'std::bad_alloc', 'out of memory'])(
    'knows exhausted memory by its words: %s',
    (words) => expect(toFailure(new Error(words), 'inference-failed').code).toBe('out-of-memory'),
  );

  it('gives anything else the code of the place it came from', () => {
    expect(toFailure('boom', 'model-unreadable')).toEqual({
      code: 'model-unreadable',
      detail: 'boom',
    });
  });
});
