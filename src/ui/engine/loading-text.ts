import type { Progress } from '../../core/protocol.ts';
import { titleOf } from '../../models/chosen.ts';
import type { Loading, Running } from '../../state/engine-state.ts';
import { bytes, duration } from '../parts/format.ts';

type Download = Extract<Loading, { phase: 'downloading' }>;

/**
 * What is under way, in words.
 *
 * @param title of the chosen model
 * @param standIn what answers until that is ready
 */
export function loadingText(loading: Loading, title: string, standIn?: Running): string {
  switch (loading.phase) {
    case 'checking':
      return 'Checking what this browser can do';
    case 'downloading':
      return downloadText(loading, title, standIn);
    case 'starting':
      return `Starting ${titleOf(loading.model)} on ${loading.device === 'webgpu' ? 'the GPU' : 'the processor'}`;
    case 'verifying':
      return `Testing ${titleOf(loading.model)} with texts whose answers are known`;
    case 'comparing':
      return 'Comparing the GPU with the processor';
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

function downloadText({ model, progress }: Download, title: string, standIn?: Running): string {
  const coming = titleOf(model);
  const text = isFromStorage(progress) ? `Opening ${coming}` : `Downloading ${coming}`;
  if (coming !== title) return `${text}, which answers first`;
  return standIn ? `${text}; ${titleOf(standIn.model)} answers until then` : text;
}

const isFromStorage = ({ files }: Progress) => files.every(({ from }) => from !== 'network');

/** @returns such as "23.9 MB of 38.8 MB · 4.2 MB/s · 4 s left", as far as it is known */
export function progressText({ progress, bytesPerSecond, secondsLeft }: Download): string {
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
