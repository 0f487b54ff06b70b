const KEY = 'sentiscope-own-models';

/** Trained heads in localStorage: a few hundred kilobytes at most. */
export const ownModelStore = {
  read: (): unknown => {
    try {
      return JSON.parse(localStorage.getItem(KEY) ?? '[]');
    } catch {
      return [];
    }
  },
  /** @throws where storage is forbidden or full */
  write: (models: readonly object[]): void => {
    localStorage.setItem(KEY, JSON.stringify(models));
  },
};
