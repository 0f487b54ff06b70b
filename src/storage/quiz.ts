const KEY = 'sentiscope-quiz';

/** The quiz under way and past ones, in localStorage. Where that is forbidden, they last as long as the page. */
export const quizStore = {
  read: (): unknown => {
    try {
      return JSON.parse(localStorage.getItem(KEY) ?? 'null');
    } catch {
      return null;
    }
  },
  write: (quiz: object): void => {
    try {
      localStorage.setItem(KEY, JSON.stringify(quiz));
    } catch {
      // Forbidden or full: the page works without.
    }
  },
};
