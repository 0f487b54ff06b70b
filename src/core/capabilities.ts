import type { EngineName } from './protocol.ts';

export interface Adapter {
  /** Vendor, architecture and device as far as the browser tells; never empty. */
  name: string;
  /** Runs on the CPU: right, but slower than WASM. */
  software: boolean;
}

/** What a browser can do, as far as our choices depend on it. */
export interface Capabilities {
  moduleWorkers: boolean;
  wasmSimd: boolean;
  /** WebAssembly.Suspending: decides which WebGPU runtime is loaded. */
  jspi: boolean;
  gpu: Adapter | 'no-webgpu' | 'no-adapter';
  /** Logical cores, at least 1. */
  cores: number;
  /** Rounded and capped by the browser; unknown outside Chromium. */
  memoryGb: number | undefined;
}

/**
 * MB, measured in Chromium with the accurate model (docs/benchmarks.md): the page without its workers, and each worker. Our
 * kernel's 45 are counted as 60, with the small model of a cascade.
 */
const PAGE_MB = 240;
const WORKER_MB: Record<EngineName, number> = { kernel: 60, library: 110 };
/** Of the machine's memory, what one page may take without being missed. */
const OUR_SHARE = 1 / 8;

/**
 * How many workers to start with: one core is left to the page, and each worker holds its own copy of the model.
 *
 * @returns 1 to 8
 */
export function defaultWorkers(
  { cores, memoryGb }: Pick<Capabilities, 'cores' | 'memoryGb'>,
  engine: EngineName,
): number {
  const ours = (memoryGb ?? Infinity) * 1024 * OUR_SHARE - PAGE_MB;
  const most = Math.min(8, cores - 1, Math.floor(ours / WORKER_MB[engine]));
  return Math.max(1, most);
}
