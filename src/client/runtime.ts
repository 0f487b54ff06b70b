import asyncifyMjs from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import asyncifyWasm from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import jspiMjs from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.mjs?url';
import jspiWasm from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.wasm?url';
import plainMjs from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import plainWasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import type { Runtime, RuntimeName } from '../core/runtime.ts';

const absolute = (url: string) => new URL(url, document.baseURI).href;

function runtime(name: string, mjs: string, wasm: string): Runtime {
  return {
    mjs: absolute(mjs),
    wasm: { name: `${name}.wasm`, url: absolute(wasm), ...__RUNTIME__[name]! },
  };
}

/** The three builds of the inference runtime that the page may load, as addresses on its own host. */
export const RUNTIMES: Record<RuntimeName, Runtime> = {
  plain: runtime('ort-wasm-simd-threaded', plainMjs, plainWasm),
  jspi: runtime('ort-wasm-simd-threaded.jspi', jspiMjs, jspiWasm),
  asyncify: runtime('ort-wasm-simd-threaded.asyncify', asyncifyMjs, asyncifyWasm),
};
