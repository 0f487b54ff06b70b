const KEY = 'sentiscope-gpu';

/** What was measured of this machine's GPU, in localStorage. Where that is forbidden, each visit measures anew. */
export const gpuStore = {
  read: (): unknown => {
    try {
      return JSON.parse(localStorage.getItem(KEY) ?? 'null');
    } catch {
      return null;
    }
  },
  write: (measured: object): void => {
    try {
      localStorage.setItem(KEY, JSON.stringify(measured));
    } catch {
      // Forbidden or full: the page works without.
    }
  },
};
