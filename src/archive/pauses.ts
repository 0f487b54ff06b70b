/** A click on the table waits no longer than this for a long computation in the same worker. */
const WORK_MS = 50;

/**
 * For long loops: call it, and await the answer, every few thousand rows. It lets the worker answer other requests about every
 * 50 ms.
 *
 * @throws signal.reason (as a rejection) once `signal` is aborted
 */
export function createPauses(signal: AbortSignal | undefined): () => Promise<void> {
  let since = performance.now();

  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - since < WORK_MS) return;
    await new Promise((resolve) => setTimeout(resolve)); // a promise alone would not let messages in
    since = performance.now();
    signal?.throwIfAborted();
  };
}
