import { registerSW } from 'virtual:pwa-register';

const HOUR = 3_600_000;

interface Listeners {
  /** A newer version is installed and waits. */
  onUpdate: () => void;
  /** The page itself is kept: it opens without a network. */
  onOffline: () => void;
}

/**
 * Installs the service worker and watches for newer versions. Never throws: where service workers are missing or
 * forbidden the page works, but only with a network.
 *
 * @returns switches to the version that waits, by a reload
 */
export function watchUpdates({ onUpdate, onOffline }: Listeners): () => Promise<void> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined; // absent on plain http
  if (!workers) return async () => location.reload();
  workers.ready.then(onOffline, () => {});
  const switchOver = registerSW({
    immediate: true,
    onNeedRefresh: onUpdate,
    onRegisteredSW: (_url, registration) => {
      // A page may stay open for days.
      setInterval(() => void registration?.update().catch(() => {}), HOUR);
    },
    onRegisterError: (error: unknown) => console.warn('No service worker:', error),
  });
  return async () => {
    workers.addEventListener('controllerchange', () => location.reload(), { once: true });
    await switchOver();
  };
}
