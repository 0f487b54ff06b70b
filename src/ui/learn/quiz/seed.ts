import { MOST_SEED } from '../../../core/learn/quiz/draw.ts';
import { addressOf, valueIn } from '../address.ts';

/** A seed is called a quiz's number: short enough to be said aloud. */
const MOST_NEW = 9999;

/** @returns the number that an address, or somebody, gives; NaN for anything that is none */
export function readSeed(text: string): number {
  const seed = /^\d{1,10}$/.test(text.trim()) ? Number(text) : NaN;
  return seed <= MOST_SEED ? seed : NaN;
}

/** @returns the seed in a hash location; undefined where there is none, NaN where it is no seed */
export function seedIn(location: string): number | undefined {
  const text = valueIn(location, 'seed');
  return text === undefined ? undefined : readSeed(text);
}

export const seedAddress = (seed: number): string => `${addressOf('quiz')}&seed=${seed}`;

/** The same ten questions for the whole class. */
export const classLink = (seed: number): string =>
  `${window.location.href.split('#')[0]}#${seedAddress(seed)}`;

export const newSeed = (): number => 1 + Math.floor(Math.random() * MOST_NEW);
