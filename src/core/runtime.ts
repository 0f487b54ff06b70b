import type { Device, FileSpec } from './protocol.ts';

export type RuntimeName = 'plain' | 'jspi' | 'asyncify';

export interface Runtime {
  /** Address of the loader script. */
  mjs: string;
  wasm: FileSpec;
}

/** The smallest runtime that can do it: WebGPU needs one that can wait for the GPU from inside WebAssembly. */
export function runtimeFor(device: Device, jspi: boolean): RuntimeName {
  if (device === 'wasm') return 'plain';
  return jspi ? 'jspi' : 'asyncify';
}
