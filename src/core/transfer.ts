/**
 * Speed and remaining time of a transfer, from the bytes of the last few seconds.
 *
 * @param windowMs how far back the speed looks: short enough to follow a stalling line, long enough to be steady
 */
export function createTransferMeter(windowMs = 3000) {
  const seen: { at: number; loaded: number }[] = [];

  /** @returns bytes per second and seconds left; undefined until there are two readings apart in time */
  return (loaded: number, total: number, at: number) => {
    seen.push({ at, loaded });
    while (seen.length > 2 && at - seen[1]!.at >= windowMs) seen.shift();
    const first = seen[0]!;
    if (at - first.at < 200) return { bytesPerSecond: undefined, secondsLeft: undefined };
    const bytesPerSecond = ((loaded - first.loaded) / (at - first.at)) * 1000;
    const secondsLeft = bytesPerSecond > 0 ? (total - loaded) / bytesPerSecond : undefined;
    return { bytesPerSecond, secondsLeft };
  };
}
