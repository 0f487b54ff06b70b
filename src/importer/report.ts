import type { ReadProgress } from '../core/intake.ts';

const EVERY_MS = 100;

/** Reports about ten times a second how far a pass has got. */
export function createReport<P extends ReadProgress>(
  totalBytes: number,
  report: (progress: P) => void,
) {
  let bytes = 0;
  let last = performance.now();
  return {
    onRead: (read: number) => void (bytes = read),
    tick(rest: () => Omit<P, 'bytes' | 'totalBytes'>) {
      const now = performance.now();
      if (now - last < EVERY_MS) return;
      last = now;
      report({ ...rest(), bytes, totalBytes } as P); // the fields left out of P are these two
    },
  };
}
