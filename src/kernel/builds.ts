import { baseline, relaxed } from 'virtual:kernel';

/** relaxed has an instruction for products of 8-bit integers, baseline makes do with 16 bits; the same integers come out. */
export type BuildName = 'relaxed' | 'baseline';

/** What src/kernel/wasm exports; all addresses in bytes. The doc comments are there. */
export interface Functions {
  attend: Call;
  attendScratch: (tokens: number) => number;
  dense: Call;
  dequantize: Call;
  embed4: Call;
  embed8: Call;
  gelu: Call;
  mean: Call;
  norm: Call;
  pack: (...args: number[]) => number;
  product: Call;
  product16: Call;
  productDirect: Call;
  quantize: Call;
  residualNorm: Call;
  tanh: Call;
}

type Call = (...args: number[]) => void;

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));

const BINARIES = { relaxed: bytesOf(relaxed), baseline: bytesOf(baseline) };

/** The first build that the browser takes; each is its own test of the instructions it needs. */
export function findBuild(): BuildName | undefined {
  const names: readonly BuildName[] = ['relaxed', 'baseline'];
  return names.find((name) => WebAssembly.validate(BINARIES[name]));
}

/** @throws WebAssembly.CompileError where the build's instructions are missing */
export async function instantiate(name: BuildName, memory: WebAssembly.Memory): Promise<Functions> {
  const abort = () => {
    throw new Error('the kernel gave up');
  };
  const { instance } = await WebAssembly.instantiate(BINARIES[name], { env: { memory, abort } });
  return instance.exports as unknown as Functions; // written beside it: wasm/index.ts
}
