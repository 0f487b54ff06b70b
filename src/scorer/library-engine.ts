import {
  AutoModelForSequenceClassification,
  AutoTokenizer,
  env,
  LogLevel,
  Tensor,
  type PreTrainedModel,
  type PreTrainedTokenizer,
} from '@xenova/transformers';
import { AppError, toFailure } from '../core/failure.ts';
import rules from '../core/rules.json';
import type { LoadOrder } from '../core/protocol.ts';
import { withTaps } from './taps.ts';
import { readerOf, type TextReader } from './text-reader.ts';
import { innerOf } from './word-pieces.ts';

/** A loaded model, as scoring needs it. */
export interface Encoder extends TextReader {
  /** Most tokens in one sequence, special ones included. */
  maxTokens: number;
  /** Whether a padded row gets the answer it gets alone. False on WebGPU: docs/decisions/0009. */
  masksPadding: boolean;
  /** Whether rows of a batch are padded to the longest at all. */
  pads: boolean;
  /**
   * One forward pass over sequences, padded to the longest where the engine pads.
   *
   * @param wanted outputs beside the logits; those not asked for may be absent. Without it the library gives all it has.
   */
  forward(
    sequences: readonly (readonly number[])[],
    wanted?: { embedding: boolean },
  ): Promise<Outputs>;
}

/** An encoder whose inside can be looked at. */
export interface OpenEncoder extends Encoder {
  tokenizer: PreTrainedTokenizer;
  padId: number;
}

export interface Outputs {
  /** Row-major [sequences, classes] */
  logits: Float32Array;
  /** Row-major [sequences, dimensions]: mean of the last hidden states; bundled models only. */
  embedding: Float32Array | undefined;
  /** The tensors that were tapped, by name, row-major. */
  tapped: Record<string, Float32Array>;
}

/** Positions of every model in the catalogue; hub configurations count differently (RoBERTa says 514), so 512 caps them. */
const MOST_POSITIONS = rules.positions;

env.logLevel = LogLevel.ERROR;
env.allowLocalModels = false; // every model comes through env.fetch below, under the address that `host` gives it
env.useBrowserCache = false; // kept by storage/files.ts, verified
env.useWasmCache = false;

/** Loads a model from verified files. The only module that knows the inference library exists. */
export async function loadEncoder({
  model,
  files,
  runtime,
  taps,
}: LoadOrder): Promise<OpenEncoder> {
  if (!runtime) throw new AppError({ code: 'runtime-missing', detail: 'none was given' });
  const wasm = env.backends.onnx.wasm!;
  wasm.wasmPaths = { mjs: runtime.mjs };
  wasm.wasmBinary = await runtime.wasm.arrayBuffer();
  wasm.numThreads = 1;
  serve(model.host, taps ? withTaps(files, Object.values(taps)) : files);

  await reachable(runtime.mjs);
  const { device, dtype, id } = model;
  const [tokenizer, network] = await Promise.all([
    AutoTokenizer.from_pretrained(id),
    AutoModelForSequenceClassification.from_pretrained(id, { device, dtype }),
  ]).catch((error: unknown) => {
    throw new AppError({ ...toFailure(error, 'model-unreadable'), subject: id });
  });
  const gpu = device === 'webgpu' ? await env.backends.onnx.webgpu!.device : undefined;
  return encoderOf(tokenizer, network, gpu && lossOf(gpu));
}

function serve(host: string, files: Record<string, Blob>) {
  env.remoteHost = host;
  env.fetch = (input) => Promise.resolve(serveFile(files, String(input)));
}

/** @returns a promise that rejects when the GPU device goes away: the library would wait for it forever */
function lossOf(device: GPUDevice): Promise<never> {
  const lost = device.lost.then(({ reason, message }) => {
    throw new AppError({ code: 'gpu-lost', detail: `${reason}: ${message}` });
  });
  lost.catch(() => {}); // heard by whichever forward pass comes next
  return lost;
}

/** A lost device may first show as a failed run: the loss itself is told a moment later, and is the better reason. */
async function unlessLost<T>(run: Promise<T>, lost: Promise<never>): Promise<T> {
  try {
    return await Promise.race([run, lost]);
  } catch (error) {
    await Promise.race([lost, new Promise((resolve) => setTimeout(resolve, 500))]);
    throw error;
  }
}

/** A missing runtime script would otherwise surface as an unreadable model. The import is kept and reused by the runtime. */
async function reachable(mjs: string) {
  try {
    await import(/* @vite-ignore */ mjs);
  } catch (error) {
    throw new AppError({ code: 'runtime-missing', detail: String(error), subject: mjs });
  }
}

/** The library asks for `host/model/resolve/main/name`; it gets the verified bytes, or 404 for what it need not have. */
function serveFile(files: Record<string, Blob>, url: string): Response {
  const name = Object.keys(files).find((known) => url.endsWith(`/${known}`));
  return name === undefined ? new Response(null, { status: 404 }) : new Response(files[name]);
}

/** What we use of the runtime's InferenceSession. */
interface Session {
  inputNames: readonly string[];
  outputNames: readonly string[];
  run(
    feeds: Record<string, unknown>,
    outputs: readonly string[],
  ): Promise<Record<string, { data: unknown }>>;
}

/**
 * The library's own call asks for every output, and each is a buffer that a GPU has to hand back: a text's embedding has
 * 384 numbers, its logits 3.
 *
 * @param names of outputs; all when absent. Those that the model does not have are left out.
 */
function runSession(session: Session, inputs: Record<string, Tensor>, names?: readonly string[]) {
  const feeds = Object.entries(inputs).map(([name, { ort_tensor }]) => [name, ort_tensor]);
  const outputs = session.outputNames.filter((name) => !names || names.includes(name));
  return session.run(Object.fromEntries(feeds) as Record<string, unknown>, outputs);
}

const namesOf = ({ embedding }: { embedding: boolean }) =>
  embedding ? ['logits', 'embedding'] : ['logits'];

function encoderOf(
  tokenizer: PreTrainedTokenizer,
  network: PreTrainedModel,
  lost: Promise<never> | undefined,
): OpenEncoder {
  const session = network.sessions['model'] as Session;
  const padId = tokenizer.pad_token_id ?? 0;
  const config = network.config as { max_position_embeddings?: number };

  return {
    ...readerOf(innerOf(tokenizer)),
    masksPadding: lost === undefined,
    pads: true,
    maxTokens: Math.min(
      MOST_POSITIONS,
      tokenizer.model_max_length as number,
      config.max_position_embeddings ?? MOST_POSITIONS,
    ),
    tokenizer,
    padId,

    async forward(sequences, wanted) {
      const longest = Math.max(...sequences.map((ids) => ids.length));
      const dims = [sequences.length, longest];
      const ids = new BigInt64Array(sequences.length * longest).fill(BigInt(padId));
      const mask = new BigInt64Array(ids.length);
      sequences.forEach((sequence, row) =>
        sequence.forEach((id, column) => {
          ids[row * longest + column] = BigInt(id);
          mask[row * longest + column] = 1n;
        }),
      );
      const inputs: Record<string, Tensor> = {
        input_ids: new Tensor('int64', ids, dims),
        attention_mask: new Tensor('int64', mask, dims),
      };
      if (session.inputNames.includes('token_type_ids'))
        inputs['token_type_ids'] = new Tensor('int64', new BigInt64Array(ids.length), dims);
      const run = runSession(session, inputs, wanted && namesOf(wanted));
      const outputs = await (lost ? unlessLost(run, lost) : run);
      const tapped = Object.entries(outputs).map(([name, { data }]) => [
        name,
        data as Float32Array,
      ]);
      return {
        logits: outputs['logits']!.data as Float32Array, // the model card: float32, as all outputs
        embedding: outputs['embedding']?.data as Float32Array | undefined,
        tapped: Object.fromEntries(tapped) as Record<string, Float32Array>,
      };
    },
  };
}
