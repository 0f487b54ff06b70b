import type { Capabilities } from '../core/capabilities.ts';

/** The smallest module that uses a SIMD instruction (i8x16.splat, i8x16.popcnt): valid only where SIMD is. */
const SIMD = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15,
  253, 98, 11,
];

/** A browser reads `type` off the options only if it knows module workers. The worker is never used. */
function knowsModuleWorkers(): boolean {
  let asked = false;
  const options: WorkerOptions = {
    get type() {
      asked = true;
      return 'module' as const;
    },
  };
  const blob = URL.createObjectURL(new Blob([''], { type: 'text/javascript' }));
  try {
    new Worker(blob, options).terminate();
  } catch {
    return false;
  } finally {
    URL.revokeObjectURL(blob);
  }
  return asked;
}

/** Names that software rasterisers give themselves: SwiftShader (Chromium), llvmpipe (Mesa), WARP (Windows). */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|basic render|software/i;

/** What this browser can do, asked afresh: an adapter can come and go. */
export async function findCapabilities(): Promise<Capabilities> {
  const wasm = typeof WebAssembly === 'object';
  const adapter = await navigator.gpu?.requestAdapter().catch(() => null);
  const info = adapter?.info;
  const name = info
    ? [...new Set([info.vendor, info.architecture, info.device, info.description])]
        .filter(Boolean)
        .join(' ')
    : '';
  return {
    moduleWorkers: knowsModuleWorkers(),
    wasmSimd: wasm && WebAssembly.validate(new Uint8Array(SIMD)),
    jspi: wasm && 'Suspending' in WebAssembly,
    gpu: adapter
      ? {
          name: name || 'unnamed adapter',
          software: info!.isFallbackAdapter || SOFTWARE.test(name),
        }
      : navigator.gpu
        ? 'no-adapter'
        : 'no-webgpu',
    cores: navigator.hardwareConcurrency || 1,
    memoryGb: (navigator as { deviceMemory?: number }).deviceMemory, // Chromium only
  };
}
