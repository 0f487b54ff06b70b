// Builds the page that uses the library as it comes, into a folder that goes away, and serves it.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, defaultClientConditions, preview } from 'vite';

const require = createRequire(import.meta.url);

export async function serveLibrary(port) {
  const outDir = mkdtempSync(join(tmpdir(), 'sentiscope-library-'));
  const config = {
    configFile: false,
    root: resolve('bench/library'),
    publicDir: resolve('public'),
    resolve: { conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions] },
    build: { outDir, emptyOutDir: true, target: 'es2022' },
    logLevel: 'error',
  };
  await build(config);
  mkdirSync(join(outDir, 'runtime'));
  for (const ending of ['mjs', 'wasm']) {
    const name = `ort-wasm-simd-threaded.${ending}`;
    copyFileSync(require.resolve(`onnxruntime-web/${name}`), join(outDir, 'runtime', name));
  }
  const server = await preview({ ...config, preview: { port, strictPort: true } });
  return {
    url: `http://localhost:${port}/`,
    async close() {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
