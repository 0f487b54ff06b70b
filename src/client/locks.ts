/**
 * Runs `task` under a lock that all tabs of this site share. Without locks (plain http) there is nobody to ask, and the
 * task runs.
 *
 * @returns 'taken' when another tab holds the lock: the task has not run
 */
async function alone(name: string, task: () => Promise<void>): Promise<'taken' | undefined> {
  if (!navigator.locks) {
    await task();
    return undefined;
  }
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (!lock) return 'taken';
    await task();
    return undefined;
  });
}

async function isTaken(name: string): Promise<boolean> {
  const held = (await navigator.locks?.query())?.held ?? [];
  return held.some((lock) => lock.name === name);
}

async function whenFree(name: string, signal: AbortSignal): Promise<void> {
  await navigator.locks?.request(name, { signal }, () => {});
}

export const locks = { alone, isTaken, whenFree };
