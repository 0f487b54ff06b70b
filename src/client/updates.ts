import { registerSW } from 'virtual:pwa-register';

const HOUR = 3_600_000;

interface Options {
  /** What the page itself is not to compete with for the network, at its first visit. Must not reject. */
  after: Promise<unknown>;
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
export function watchUpdates({ after, onUpdate, onOffline }: Options): () => Promise<void> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined; // absent on plain http
  if (!workers) return async () => location.reload();
  workers.ready.then(onOffline, () => {});
  let switchOver: ReturnType<typeof registerSW> | undefined;
  const register = () => {
    switchOver = registerSW({
      immediate: true,
      onNeedRefresh: onUpdate,
      onRegisteredSW: (_url, registration) => {
        // A page may stay open for days.
        setInterval(() => void registration?.update().catch(() => {}), HOUR);
      },
      onRegisterError: (error: unknown) => console.warn('No service worker:', error),
    });
  };
  void after.then(register);
  return async () => {
    workers.addEventListener('controllerchange', () => location.reload(), { once: true });
    await switchOver?.();
  };
}
