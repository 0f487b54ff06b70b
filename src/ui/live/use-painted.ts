import { useLayoutEffect } from 'react';

/**
 * Calls back once what was just drawn is on the screen: a frame's animation callbacks run before it is painted, and the
 * message sent from one arrives after.
 *
 * @param id of what is drawn; undefined for nothing. A new one replaces one that never made it to the screen.
 */
export function usePainted(id: number | undefined, painted: (id: number, at: number) => void) {
  useLayoutEffect(() => {
    if (id === undefined || document.hidden) return; // a hidden page paints nothing
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      painted(id, performance.now());
      port1.close();
    };
    const frame = requestAnimationFrame(() => port2.postMessage(null));
    return () => {
      cancelAnimationFrame(frame);
      port1.close();
    };
  }, [id, painted]);
}
