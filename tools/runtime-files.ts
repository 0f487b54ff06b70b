import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const require = createRequire(import.meta.url);

/** The runtimes the page may load: plain for WASM, jspi or asyncify for WebGPU. */
const NAMES = [
  'ort-wasm-simd-threaded',
  'ort-wasm-simd-threaded.jspi',
  'ort-wasm-simd-threaded.asyncify',
];

/** Bytes and SHA-256 of each runtime's WebAssembly, so that the page can verify what it downloads. */
export function runtimeFiles(): Record<string, { bytes: number; sha256: string }> {
  return Object.fromEntries(
    NAMES.map((name) => {
      const content = readFileSync(require.resolve(`onnxruntime-web/${name}.wasm`));
      const sha256 = createHash('sha256').update(content).digest('hex');
      return [name, { bytes: content.length, sha256 }];
    }),
  );
}

/** Fails a build that has any other WebAssembly than these: a copy that the library pulled in, or a variant nobody loads. */
export function onlyTheseRuntimes(): Plugin {
  return {
    name: 'only-these-runtimes',
    apply: 'build',
    generateBundle(_, bundle) {
      const built = Object.keys(bundle).filter((file) => file.endsWith('.wasm'));
      const known = (file: string) => NAMES.some((name) => file.startsWith(`assets/${name}-`));
      if (built.length !== NAMES.length || !built.every(known))
        throw new Error(
          `The build should hold the WebAssembly of ${NAMES.join(', ')}, and has ${built.join(', ')}`,
        );
    },
  };
}
