/**
 * A part of a longer string keeps all of that in memory (in V8, from 13 letters on): a few words can hold a whole file.
 *
 * @returns the same text, which holds nothing but itself
 */
export const ownCopy = (part: string): string => ` ${part}`.slice(1);
