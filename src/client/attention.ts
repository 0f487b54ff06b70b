/** What the browser can do for work that takes a while. All of it is optional, and none of it rejects. */

let held: WakeLockSentinel | undefined;
let wanted = false;

async function hold() {
  if (!wanted || held || document.visibilityState !== 'visible') return;
  held = await navigator.wakeLock?.request('screen').catch(() => undefined);
  if (!wanted) await letGo(); // it was over before the lock was there
  held?.addEventListener('release', () => (held = undefined));
}

async function letGo() {
  const lock = held;
  held = undefined;
  await lock?.release().catch(() => {});
}

// The browser takes the lock back whenever the page is hidden.
document.addEventListener('visibilitychange', () => void hold());

/** Keeps the screen, and with it the machine, awake while `on`. */
export function keepAwake(on: boolean) {
  wanted = on;
  void (on ? hold() : letGo());
}

export type Allowed = 'yes' | 'no' | 'not-asked' | 'not-here';

export function notificationsAllowed(): Allowed {
  if (!('Notification' in window) || !isSecureContext) return 'not-here';
  return ({ granted: 'yes', denied: 'no', default: 'not-asked' } as const)[Notification.permission];
}

export async function askForNotifications(): Promise<Allowed> {
  await Notification.requestPermission().catch(() => {});
  return notificationsAllowed();
}

/** Tells the user, if they look elsewhere and have allowed it. */
export function notify(title: string, body: string) {
  if (notificationsAllowed() !== 'yes' || document.visibilityState === 'visible') return;
  try {
    new Notification(title, { body, icon: `${import.meta.env.BASE_URL}icon-192.png` });
  } catch {
    // Android has notifications for service workers only.
  }
}
