/** The WebAssembly runtime's files as the build found them: bytes and SHA-256 by file name. Set in vite.config.ts. */
declare const __RUNTIME__: Record<string, { bytes: number; sha256: string }>;
declare const __VERSION__: string;
/** Versions of what is measured, as installed. Set in vite.config.ts. */
declare const __LIBRARIES__: { library: string; runtime: string; vader: string };

/** The compiled kernel, each build in base64: tools/kernel.ts. */
declare module 'virtual:kernel' {
  export const relaxed: string;
  export const baseline: string;
}
