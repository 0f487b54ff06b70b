const date = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** @param at ms since 1970 */
export const when = (at: number): string => date.format(at);
