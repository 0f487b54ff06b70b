export interface MadeClock {
  now: () => number;
  until: (at: number) => Promise<void>;
}

/** For tests: time that stands still while anything is being computed, and jumps to the next thing that is waited for. */
export function makeClock(): MadeClock {
  let now = 0;
  const waiting: { at: number; wake: () => void }[] = [];
  let pumping = false;

  function pump() {
    if (pumping || waiting.length === 0) return;
    pumping = true;
    // A task of its own comes after all promises that can be kept without waiting.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      pumping = false;
      const next = waiting.splice(waiting.indexOf(earliest()), 1)[0]!;
      now = Math.max(now, next.at);
      next.wake();
      pump();
    };
    port2.postMessage(null);
  }

  const earliest = () => waiting.reduce((a, b) => (b.at < a.at ? b : a));

  return {
    now: () => now,
    until: (at) =>
      new Promise((resolve) => {
        waiting.push({ at, wake: resolve });
        pump();
      }),
  };
}
