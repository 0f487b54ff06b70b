/** Path of a Chrome or Chromium; ends the process with a sentence where none can be had. */
export function findChromium(): string;
export const FLAGS: readonly string[];
export function run(command: string, ...args: string[]): boolean;
export function stop(sentence: string): never;
