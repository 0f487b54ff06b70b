/** A small value in localStorage. Where that is forbidden or full, it lasts as long as the page. */
function localStore(key: string) {
  let last: unknown = null;
  return {
    /** @returns null for nothing, and for what can't be read */
    read: (): unknown => {
      try {
        return JSON.parse(localStorage.getItem(key) ?? 'null') ?? last;
      } catch {
        return last;
      }
    },
    write: (value: unknown): void => {
      last = value;
      try {
        localStorage.setItem(key, JSON.stringify(value));
      } catch {
        // The page works without.
      }
    },
  };
}

export const settingsStore = localStore('sentiscope-settings');
/** Column choices. */
export const mappingStore = localStore('sentiscope-mappings');
export const cascadeStore = localStore('sentiscope-cascade');
/** The quiz under way and past ones. */
export const quizStore = localStore('sentiscope-quiz');
/** What was measured of this machine's GPU. */
export const gpuStore = localStore('sentiscope-gpu');
