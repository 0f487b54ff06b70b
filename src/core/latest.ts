/**
 * Runs `task` on the newest input: at most one run at a time, and of everything that came meanwhile only the last.
 * No delay to tune, never more than one stale inference.
 *
 * @param task handles its own failures; it must not reject
 */
export function latest<Input>(task: (input: Input) => Promise<void>): (input: Input) => void {
  let waiting: { input: Input } | undefined;
  let running = false;

  async function drain() {
    running = true;
    while (waiting) {
      const { input } = waiting;
      waiting = undefined;
      await task(input);
    }
    running = false;
  }

  return (input) => {
    waiting = { input };
    if (!running) void drain();
  };
}
