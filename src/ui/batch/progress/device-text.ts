import type { Device } from '../../../core/protocol.ts';

export const deviceText = (device: Device): string => (device === 'webgpu' ? 'WebGPU' : 'WASM');
