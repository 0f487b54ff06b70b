import type { Progress } from '../../core/protocol.ts';
import type { Loading } from '../../state/engine-state.ts';
import { bytes, duration } from '../parts/format.ts';

/** What is under way, in words. */
export function loadingText(loading: Loading, title: string): string {
  switch (loading.phase) {
    case 'checking':
      return 'Checking what this browser can do';
    case 'downloading':
      return isFromStorage(loading.progress) ? `Opening ${title}` : `Downloading ${title}`;
    case 'starting':
      return `Starting ${title} on ${loading.device === 'webgpu' ? 'the GPU' : 'the processor'}`;
    case 'verifying':
      return `Testing the GPU with texts whose answers are known`;
    case 'stopped':
      return 'Loading was stopped';
    case 'asking':
      return `${title} is not kept on this device any more`;
    case 'failed':
      return `${title} could not be started`;
    case 'none':
      return '';
  }
}

const isFromStorage = ({ files }: Progress) => files.every(({ from }) => from !== 'network');

/** @returns such as "23.9 MB of 38.8 MB · 4.2 MB/s · 4 s left", as far as it is known */
export function progressText({
  progress,
  bytesPerSecond,
  secondsLeft,
}: Extract<Loading, { phase: 'downloading' }>): string {
  return [
    `${bytes(progress.loaded)} of ${bytes(progress.total)}`,
    bytesPerSecond !== undefined && `${bytes(bytesPerSecond)}/s`,
    secondsLeft !== undefined &&
      progress.loaded < progress.total &&
      `${duration(secondsLeft)} left`,
  ]
    .filter(Boolean)
    .join(' · ');
}
