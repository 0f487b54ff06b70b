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
  /** Rounded down by the browser to 0.25 to 8; unknown outside Chromium. */
  memoryGb: number | undefined;
}

/**
 * How many workers to start with: one core is left to the page, and each worker holds its own copy of the model.
 *
 * @returns 1 to 8, at most 2 on a machine that reports 4 GB or less
 */
export function defaultWorkers({
  cores,
  memoryGb,
}: Pick<Capabilities, 'cores' | 'memoryGb'>): number {
  const most = memoryGb !== undefined && memoryGb <= 4 ? 2 : 8;
  return Math.min(most, Math.max(1, cores - 1));
}
