import type { Progress } from './protocol.ts';

export interface Speed {
  bytesPerSecond: number | undefined;
  secondsLeft: number | undefined;
}

/**
 * Speed and remaining time of a transfer, from the bytes that came over the network in the last few seconds. Files read
 * from storage count as done, not as speed.
 *
 * @param windowMs how far back the speed looks: short enough to follow a stalling line, long enough to be steady
 */
export function createTransferMeter(windowMs = 3000) {
  let seen: { at: number; received: number }[] = [];

  /** @returns undefined for both until something has come and there are two readings apart in time */
  return ({ loaded, total, files }: Progress, at: number): Speed => {
    const received = files
      .filter(({ from }) => from === 'network')
      .reduce((sum, file) => sum + file.loaded, 0);
    if (received < (seen.at(-1)?.received ?? 0)) seen = []; // a damaged file starts again
    seen.push({ at, received });
    while (seen.length > 2 && at - seen[1]!.at >= windowMs) seen.shift();
    const first = seen[0]!;
    if (received === 0 || at - first.at < 200)
      return { bytesPerSecond: undefined, secondsLeft: undefined };
    const bytesPerSecond = ((received - first.received) / (at - first.at)) * 1000;
    const secondsLeft = bytesPerSecond > 0 ? (total - loaded) / bytesPerSecond : undefined;
    return { bytesPerSecond, secondsLeft };
  };
}
