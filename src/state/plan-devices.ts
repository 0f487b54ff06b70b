import type { Capabilities } from '../core/capabilities.ts';
import type { Device } from '../core/protocol.ts';
import type { Fallback } from './engine-state.ts';
import type { DeviceChoice } from './settings.ts';

/** A device to try, and why it is not the one above it. */
export interface Attempt {
  device: Device;
  fallback: Fallback | undefined;
}

/**
 * Devices to try, in order. Left to itself the page takes WebGPU where a real adapter is, else WASM; a software adapter
 * is slower than WASM and is used only when the user asks for it.
 *
 * @param can the devices that the model may run on
 */
export function planDevices(
  choice: DeviceChoice,
  can: readonly Device[],
  { gpu }: Pick<Capabilities, 'gpu'>,
): Attempt[] {
  const wasm = (why?: Fallback['why'], detail?: string): Attempt => ({
    device: 'wasm',
    fallback: why && { why, ...(detail !== undefined && { detail }) },
  });
  if (choice === 'wasm') return [wasm()];
  if (!can.includes('webgpu')) return [wasm(choice === 'webgpu' ? 'no-probes' : undefined)];
  if (typeof gpu === 'string') return [wasm(gpu)];
  if (gpu.software && choice === 'auto') return [wasm('software-adapter', gpu.name)];
  return [{ device: 'webgpu', fallback: undefined }, wasm('gpu-failed')];
}
