import type { Capabilities } from '../core/capabilities.ts';
import { AppError, toFailure, type Failure } from '../core/failure.ts';
import type { Device, EngineName } from '../core/protocol.ts';
import type { Fallback, KernelFault } from './engine-state.ts';
import type { DeviceChoice } from './settings.ts';

/** A device and an engine to try, and why they are not the ones above. */
export interface Attempt {
  device: Device;
  engine: EngineName;
  fallback: Fallback | undefined;
  kernelFault?: KernelFault;
}

/** The processor: our kernel first, where it is wanted, with the library behind it. */
export function planProcessor(engine: EngineName, fallback: Fallback | undefined): Attempt[] {
  const library: Attempt = { device: 'wasm', engine: 'library', fallback };
  return engine === 'kernel' ? [{ ...library, engine }, library] : [library];
}

/**
 * Devices to try, in order. Left to itself the page takes WebGPU where a real adapter is, else WASM; a software adapter
 * is slower than WASM and is used only when the user asks for it.
 *
 * @param can the devices that the model may run on
 * @param engine what may run it on the processor
 */
export function planDevices(
  choice: DeviceChoice,
  can: readonly Device[],
  { gpu }: Pick<Capabilities, 'gpu'>,
  engine: EngineName,
): Attempt[] {
  const wasm = (why?: Fallback['why'], detail?: string): Attempt[] =>
    planProcessor(engine, why && { why, ...(detail !== undefined && { detail }) });
  if (choice === 'wasm') return wasm();
  if (!can.includes('webgpu')) return wasm(choice === 'webgpu' ? 'no-probes' : undefined);
  if (typeof gpu === 'string') return wasm(gpu);
  if (gpu.software && choice === 'auto') return wasm('software-adapter', gpu.name);
  return [{ device: 'webgpu', engine: 'library', fallback: undefined }, ...wasm('gpu-failed')];
}

/** Failures of a download say nothing about a device or an engine: they end the attempts, all others lead to the next one. */
const NOT_THE_DEVICE: ReadonlySet<Failure['code']> = new Set([
  'cancelled',
  'offline',
  'file-missing',
  'file-altered',
  'download-failed',
]);

/** What a failed attempt on a GPU means for the choice of a device. */
export function whyNotGpu({ code, detail }: Failure): Fallback {
  if (NOT_THE_DEVICE.has(code)) return { why: 'gpu-untried', detail };
  return { why: code === 'gpu-wrong' || code === 'gpu-lost' ? code : 'gpu-failed', detail };
}

/** A worker that crashes while loading may have been killed for its memory's sake: one more try is worth it. */
async function twice<T>(go: () => Promise<T>): Promise<T> {
  try {
    return await go();
  } catch (error) {
    if (toFailure(error, 'inference-failed').code !== 'worker-crashed') throw error;
    return go();
  }
}

/** Tries one device after the other; an attempt that follows a failed one carries the reason. Rejects as the last one did. */
export async function tryEach<T>(
  attempts: readonly Attempt[],
  go: (attempt: Attempt) => Promise<T>,
): Promise<T> {
  let fallback: Fallback | undefined;
  let kernelFault: KernelFault | undefined;
  for (const [i, attempt] of attempts.entries()) {
    try {
      return await twice(() =>
        go({
          ...attempt,
          fallback: fallback ?? attempt.fallback,
          ...(kernelFault && { kernelFault }),
        }),
      );
    } catch (error) {
      const failure = toFailure(error, 'inference-failed');
      if (i === attempts.length - 1 || NOT_THE_DEVICE.has(failure.code)) throw error;
      if (attempt.engine === 'kernel') {
        const wrong = failure.code === 'wrong-output';
        kernelFault = { why: wrong ? 'kernel-wrong' : 'kernel-failed', detail: failure.detail };
        continue;
      }
      fallback = whyNotGpu(failure);
    }
  }
  throw new AppError({ code: 'inference-failed', detail: 'no device to try' });
}
