const KEY = 'sentiscope-cascade';

/** The choice of a cascade in localStorage. Where that is forbidden, it lasts as long as the page. */
export const cascadeStore = {
  read: (): unknown => {
    try {
      return JSON.parse(localStorage.getItem(KEY) ?? 'null');
    } catch {
      return null;
    }
  },
  write: (choice: object): void => {
    try {
      localStorage.setItem(KEY, JSON.stringify(choice));
    } catch {
      // Forbidden or full: the page works without.
    }
  },
};
