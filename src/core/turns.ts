/** Something that serves one at a time, and who is next. */
export interface Turns {
  /** Runs `task` once it is its turn: the lowest rank first; within one rank, first come, first served. */
  take: <T>(rank: number, task: () => Promise<T>) => Promise<T>;
  /** Whether rank 0 has wanted a turn within the last URGENT_MS: more of them are to be expected. */
  isUrgent: () => boolean;
}

/** Between two keystrokes of somebody who types lie 100 to 300 ms; who thinks meanwhile is forgiven. */
const URGENT_MS = 1500;

export function createTurns(): Turns {
  const waiting: { rank: number; start: () => void }[] = [];
  let taken = false;
  let urgentAt = -Infinity;

  return {
    async take(rank, task) {
      if (rank === 0) urgentAt = performance.now();
      if (taken)
        await new Promise<void>((start) => {
          const place = waiting.findIndex((other) => other.rank > rank);
          waiting.splice(place < 0 ? waiting.length : place, 0, { rank, start });
        });
      taken = true;
      try {
        return await task();
      } finally {
        const next = waiting.shift();
        if (next) next.start();
        else taken = false;
      }
    },
    isUrgent: () => performance.now() - urgentAt < URGENT_MS,
  };
}
