import type { Fallback, KernelFault } from '../../state/engine-state.ts';

const TEXTS: Record<Fallback['why'], string> = {
  'no-webgpu': 'This browser has no WebGPU, so the model runs on the processor (WASM).',
  'no-adapter': 'WebGPU found no GPU it may use here, so the model runs on the processor (WASM).',
  'software-adapter':
    'The only GPU found is simulated by the processor and slower than WASM, so WASM is used.',
  'no-probes':
    'Models from a hub, and your own, run on WASM: they bring no test with known answers to hold a GPU against.',
  'gpu-failed': 'The model could not be started on the GPU, so it runs on WASM.',
  'gpu-wrong': 'The GPU failed the test with known answers, so the model runs on WASM.',
  'gpu-lost': 'The GPU was taken away while it worked, so the model runs on WASM.',
  'gpu-slower': 'The GPU is slower than the processor here, so the processor is used.',
  'gpu-untried': 'The GPU has not been compared with the processor yet, so the processor is used.',
};

const KERNEL: Record<KernelFault['why'], string> = {
  'kernel-failed': 'Our kernel could not be started here, so the general runtime runs the model.',
  'kernel-wrong':
    'Our kernel failed the test with known answers here, so the general runtime runs the model.',
};

/** Why the library's engine and not the kernel, in a sentence. */
export const kernelFaultText = ({ why }: KernelFault): string => KERNEL[why];

/** Why WASM and not WebGPU, in a sentence. */
export const fallbackText = ({ why }: Fallback): string => TEXTS[why];
