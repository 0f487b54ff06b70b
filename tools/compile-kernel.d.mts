/**
 * Compiles AssemblyScript to WebAssembly.
 *
 * @param sources by file name; index.ts is the entry
 * @param features of WebAssembly, as the compiler's --enable takes them
 * @throws Error with what the compiler complains about
 */
export function compileKernel(
  sources: ReadonlyMap<string, string>,
  features: string,
): Promise<Uint8Array>;
