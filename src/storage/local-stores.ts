/** A small value in localStorage. Where that is forbidden or full, it lasts as long as the page's own copy. */
function localStore(key: string) {
  return {
    /** @returns null for nothing, and for what can't be read */
    read: (): unknown => {
      try {
        return JSON.parse(localStorage.getItem(key) ?? 'null');
      } catch {
        return null;
      }
    },
    write: (value: object): void => {
      try {
        localStorage.setItem(key, JSON.stringify(value));
      } catch {
        // The page works without.
      }
    },
  };
}

export const settingsStore = localStore('sentiscope-settings');
export const cascadeStore = localStore('sentiscope-cascade');
/** The quiz under way and past ones. */
export const quizStore = localStore('sentiscope-quiz');
/** What was measured of this machine's GPU. */
export const gpuStore = localStore('sentiscope-gpu');
