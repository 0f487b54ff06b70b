import react from '@vitejs/plugin-react';
import { defaultClientConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import project from './package.json' with { type: 'json' };
import { contentSecurityPolicy } from './tools/content-security-policy.ts';
import { installed } from './tools/installed.ts';
import { kernel } from './tools/kernel.ts';
import { offline } from './tools/offline.ts';
import { onlyTheseRuntimes, runtimeFiles } from './tools/runtime-files.ts';

/** For the browser tests: a hub of our own, reached under the page's address, as its Content-Security-Policy asks. */
const hubMirror = process.env['SENTISCOPE_HUB_MIRROR'];

export default defineConfig({
  base: './', // works under any path of any static host
  appType: 'mpa', // a missing file is a 404, never index.html
  plugins: [react(), kernel(), contentSecurityPolicy(), onlyTheseRuntimes(), offline()],
  define: {
    __RUNTIME__: JSON.stringify(runtimeFiles()),
    __VERSION__: JSON.stringify(project.version),
    __LIBRARIES__: JSON.stringify({
      library: installed('@xenova/transformers'),
      runtime: installed('onnxruntime-web'),
      vader: installed('vader-sentiment'),
    }),
  },
  resolve: {
    // The library then takes the runtime from the paths we give it, instead of a copy bundled into its script.
    conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions],
  },
  worker: { format: 'es', plugins: () => [kernel()] },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600, // kB; the worker is one script, and needs all of it
    rolldownOptions: {
      output: {
        // Not every static host knows .mjs as JavaScript.
        assetFileNames: ({ names }) =>
          names[0]?.endsWith('.mjs') ? 'assets/[name]-[hash].js' : 'assets/[name]-[hash][extname]',
      },
    },
  },
  preview: { port: 4173, ...(hubMirror && { proxy: { '/hub/': hubMirror } }) },
  test: { environment: 'node', testTimeout: 60_000, include: ['{src,tools}/**/*.test.ts'] },
});
