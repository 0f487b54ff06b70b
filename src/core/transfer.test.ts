import { describe, expect, it } from 'vitest';
import type { FileProgress } from './protocol.ts';
import { createTransferMeter } from './transfer.ts';

const MB = 1e6;
const file = (loaded: number, total: number, from: FileProgress['from']): FileProgress => ({
  name: 'model',
  loaded,
  total,
  from,
});
const progressOf = (...files: FileProgress[]) => ({
  files,
  loaded: files.reduce((sum, { loaded }) => sum + loaded, 0),
  total: files.reduce((sum, { total }) => sum + total, 0),
});
const download = (loaded: number) => progressOf(file(loaded, 10 * MB, 'network'));

describe('createTransferMeter', () => {
  it('knows nothing from one reading', () => {
    const meter = createTransferMeter();
    expect(meter(download(MB), 0)).toEqual({ bytesPerSecond: undefined, secondsLeft: undefined });
  });

  it('tells speed and remaining time', () => {
    const meter = createTransferMeter();
    meter(download(MB), 0);
    expect(meter(download(3 * MB), 1000)).toEqual({ bytesPerSecond: 2 * MB, secondsLeft: 3.5 });
  });

  it('follows a line that stalls, and promises no end while nothing comes', () => {
    const meter = createTransferMeter(3000);
    for (let at = 0; at <= 1000; at += 100) meter(download(MB + at * 1000), at);
    for (let at = 1100; at <= 5000; at += 100) meter(download(2 * MB), at);
    expect(meter(download(2 * MB), 5100)).toEqual({ bytesPerSecond: 0, secondsLeft: undefined });
  });

  it('counts what was in storage as done, not as speed', () => {
    const meter = createTransferMeter();
    const kept = file(8 * MB, 8 * MB, 'storage');
    meter(progressOf(kept, file(MB, 4 * MB, 'network')), 0);
    const speed = meter(progressOf(kept, file(2 * MB, 4 * MB, 'network')), 1000);
    expect(speed).toEqual({ bytesPerSecond: MB, secondsLeft: 2 });
  });

  it('is never negative when a damaged file starts again', () => {
    const meter = createTransferMeter();
    meter(download(MB), 0);
    meter(download(9 * MB), 1000);
    expect(meter(download(0), 1100).bytesPerSecond).toBeUndefined();
    meter(download(MB), 1200);
    expect(meter(download(2 * MB), 2200).bytesPerSecond).toBeGreaterThan(0);
  });
});
