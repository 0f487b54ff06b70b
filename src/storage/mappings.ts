const KEY = 'sentiscope-mappings';

/** Column choices in localStorage. Where that is forbidden, they last as long as the page. */
export const mappingStore = createKept();

function createKept() {
  let last: unknown = null;
  return {
    read: (): unknown => {
      try {
        return JSON.parse(localStorage.getItem(KEY) ?? 'null') ?? last;
      } catch {
        return last;
      }
    },
    write: (mappings: unknown): void => {
      last = mappings;
      try {
        localStorage.setItem(KEY, JSON.stringify(mappings));
      } catch {
        // Forbidden or full: the page works without.
      }
    },
  };
}
