import { setFlagsFromString } from 'node:v8';
import { createArena } from './arena.ts';
import { instantiate, type BuildName, type Functions } from './builds.ts';

// Node 20 has relaxed SIMD behind a flag, and its quick compiler gets it wrong; browsers have it whole since 2023.
setFlagsFromString('--experimental-wasm-relaxed-simd');
setFlagsFromString('--no-liftoff');

export const BUILDS: readonly BuildName[] = ['relaxed', 'baseline'];

/** For tests: a build's functions over a little memory, with arrays in and out. */
export async function makeKernel(build: BuildName) {
  const arena = createArena(16 << 20);
  const kernel: Functions = await instantiate(build, arena.memory);
  const { buffer } = arena.memory;
  return {
    ...arena,
    kernel,
    /** Zeroed room for the next call, from the beginning of memory again. */
    fresh: () => {
      new Uint8Array(buffer).fill(0);
      arena.endAt(64);
    },
    floats: (at: number, count: number) => [...new Float32Array(buffer, at, count)],
    integers: (at: number, count: number) => [...new Int32Array(buffer, at, count)],
    shorts: (at: number, count: number) => [...new Int16Array(buffer, at, count)],
    bytes: (at: number, count: number) => [...new Int8Array(buffer, at, count)],
    putBytes(values: readonly number[]) {
      const at = arena.take(values.length);
      new Int8Array(buffer, at, values.length).set(values);
      return at;
    },
    putShorts(values: readonly number[]) {
      const at = arena.take(values.length * 2);
      new Int16Array(buffer, at, values.length).set(values);
      return at;
    },
    putIntegers(values: readonly number[]) {
      const at = arena.take(values.length * 4);
      new Int32Array(buffer, at, values.length).set(values);
      return at;
    },
  };
}

export type Made = Awaited<ReturnType<typeof makeKernel>>;
