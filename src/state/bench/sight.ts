import type { Surroundings } from '../../core/bench/rig.ts';

export interface Sight {
  /**
   * Does a task while the tab can be seen, and does it again until it was seen from start to end: a hidden tab is
   * throttled, and what it measured is thrown away whole.
   *
   * @param task stops at its signal; rejecting with the signal's reason is fine
   * @param onDiscard told of each time it was in vain
   * @throws what the task does; an AbortError once the run's own signal aborts
   */
  whileSeen: <T>(task: (signal: AbortSignal) => Promise<T>, onDiscard: () => void) => Promise<T>;
  stop: () => void;
}

/**
 * @param signal of the run
 * @param onPause told when the run begins and ends to wait for the tab to be seen
 * @param onHidden told each time that the tab is hidden
 */
export function createSight(
  surroundings: Pick<Surroundings, 'hidden' | 'visible' | 'onHidden'>,
  signal: AbortSignal,
  { onPause, onHidden }: { onPause: (paused: boolean) => void; onHidden: () => void },
): Sight {
  let attempt = new AbortController();
  const stop = surroundings.onHidden(() => {
    attempt.abort();
    onHidden();
  });

  async function seen() {
    if (!surroundings.hidden()) return;
    onPause(true);
    await surroundings.visible(signal);
    onPause(false);
  }

  return {
    stop,
    async whileSeen(task, onDiscard) {
      for (;;) {
        signal.throwIfAborted();
        await seen();
        attempt = new AbortController();
        const hidden = attempt.signal;
        try {
          const result = await task(AbortSignal.any([signal, hidden]));
          if (!hidden.aborted) return result;
        } catch (error) {
          if (!hidden.aborted || error !== hidden.reason) throw error;
        }
        onDiscard();
      }
    },
  };
}
