import type { Device } from '../../core/protocol.ts';
import { fasterIn, type DeviceTrial } from '../../state/gpu-memory.ts';
import { count, ms } from '../parts/format.ts';

/**
 * What a trial of the two devices found, in sentences.
 *
 * @param device that runs now: after a lost GPU not the one that was faster
 */
export function trialTexts(trial: DeviceTrial, device: Device): string[] {
  const { gpu, processor } = trial;
  const [faster, used] = [fasterIn(trial), device === 'webgpu' ? 'gpu' : 'processor'];
  const name = used === 'gpu' ? 'GPU' : 'processor';
  const verdict = faster === used ? `: the ${name} is used.` : '.';
  return [
    `On this machine the processor scored ${rate(processor.textsPerSecond)} texts a second, the GPU ${rate(gpu.textsPerSecond)}${verdict}`,
    `A single text took ${ms(processor.oneTextMs)} on the processor, ${ms(gpu.oneTextMs)} on the GPU.`,
  ];
}

const rate = (perSecond: number) =>
  perSecond < 10 ? perSecond.toFixed(1) : count(Math.round(perSecond));
