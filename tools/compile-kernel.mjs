// In JavaScript, since the compiler's own types declare AssemblyScript's globals over ours.
import asc from 'assemblyscript/asc';

const OPTIONS = ['index.ts', '--runtime', 'stub', '-O3', '--noAssert', '--importMemory'];

export async function compileKernel(sources, features) {
  let binary;
  let complaints = '';
  const { error } = await asc.main([...OPTIONS, '--enable', features, '--outFile', 'kernel.wasm'], {
    readFile: (name) => sources.get(name) ?? null,
    writeFile: (name, content) => {
      if (name === 'kernel.wasm') binary = content;
    },
    listFiles: () => [],
    stderr: { write: (text) => void (complaints += String(text)) },
  });
  if (error || !binary) throw new Error(`${error?.message ?? 'no output'}\n${complaints}`);
  return binary;
}
