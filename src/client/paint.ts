import { nextTask } from '../core/next-task.ts';

const STAYS_MS = 1000;

let place: HTMLElement | undefined;
let removal: ReturnType<typeof setTimeout> | undefined;

/**
 * Shows a label in a corner of the page, for a moment.
 *
 * @returns ms until the frame that shows it is done: the task after the one that drew it. In a tab that is hidden no frame
 * comes; it then resolves as soon as the tab is.
 */
export function paint(label: string): Promise<number> {
  const start = performance.now();
  ticker().textContent = label;
  clearTimeout(removal);
  removal = setTimeout(() => {
    place?.remove();
    place = undefined;
  }, STAYS_MS);

  return new Promise((resolve) => {
    const done = () => {
      document.removeEventListener('visibilitychange', done);
      resolve(performance.now() - start);
    };
    document.addEventListener('visibilitychange', done);
    if (document.visibilityState === 'hidden') done();
    requestAnimationFrame(() => void nextTask().then(done));
  });
}

function ticker(): HTMLElement {
  if (place) return place;
  place = document.createElement('div');
  place.setAttribute('aria-hidden', 'true');
  Object.assign(place.style, {
    position: 'fixed',
    right: '8px',
    bottom: '8px',
    zIndex: '1000',
    font: '12px system-ui',
    opacity: '0.6',
    pointerEvents: 'none',
  });
  document.body.append(place);
  return place;
}
