const KEY = 'sentiscope-settings';

/** Small settings in localStorage. Where that is forbidden, settings last as long as the page. */
export const settingsStore = {
  read: (): unknown => {
    try {
      return JSON.parse(localStorage.getItem(KEY) ?? 'null');
    } catch {
      return null;
    }
  },
  write: (settings: object): void => {
    try {
      localStorage.setItem(KEY, JSON.stringify(settings));
    } catch {
      // Forbidden or full: the page works without.
    }
  },
};
