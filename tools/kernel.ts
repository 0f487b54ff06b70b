import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { compileKernel } from './compile-kernel.mjs';

const ID = 'virtual:kernel';
const FOLDER = fileURLToPath(new URL('../src/kernel/wasm/', import.meta.url));
const FEATURES = { relaxed: 'simd,relaxed-simd', baseline: 'simd' };

/**
 * Compiles src/kernel/wasm for the page, its workers and the tests: `virtual:kernel` exports each build's WebAssembly in
 * base64. A few kilobytes inside the worker's script are no further file to fetch, to verify or to miss.
 */
export function kernel(): Plugin {
  return {
    name: 'kernel',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    async load(id) {
      if (id !== `\0${ID}`) return undefined;
      const sources = readSources();
      for (const file of sources.keys()) this.addWatchFile(FOLDER + file);
      const builds = Object.entries(FEATURES).map(async ([name, features]) => {
        const binary = await compileKernel(sources, features);
        return `export const ${name} = '${Buffer.from(binary).toString('base64')}';`;
      });
      return (await Promise.all(builds)).join('\n');
    },
  };
}

const readSources = () =>
  new Map(readdirSync(FOLDER).map((file) => [file, readFileSync(FOLDER + file, 'utf8')]));
