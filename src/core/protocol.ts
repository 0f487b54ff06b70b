import type { Label } from './sentiment.ts';

/** What each call of a scorer worker sends and gets back. Add a row here and the compiler finds the rest. */
export interface Calls {
  /** Downloads files, or takes them from storage, and verifies them. */
  fetch: { input: readonly FileSpec[]; output: Fetched; progress: Progress };
  load: { input: LoadOrder; output: Loaded };
  score: { input: ScoreOrder; output: Scored };
  /** Smallest step of the worker's clock, in ms. */
  tick: { input: undefined; output: number };
}

export interface FileSpec {
  /** Path inside the model, or the runtime's file name: the key under which the file is handed on. */
  name: string;
  /** Absolute. */
  url: string;
  /** Exact size, uncompressed. */
  bytes: number;
  /** Lower-case hex; absent only for small hub files, whose hub states none. */
  sha256?: string;
}

export interface Fetched {
  /** By name. Blobs are handles: passing them to every worker copies nothing. */
  files: Record<string, Blob>;
  /** Why nothing could be kept for the next visit, if so (private window, full disk). */
  notKept?: string;
}

/** Device and number format always go together: q8 for WASM, q4 for WebGPU. */
export type Device = 'wasm' | 'webgpu';
export type Dtype = 'q8' | 'q4';

export interface ModelSpec {
  id: string;
  /** Names the weights and the number format: answers of equal keys may stand for each other. */
  key: string;
  device: Device;
  dtype: Dtype;
  /** What each of the model's own classes counts as, in the order of its logits. */
  classes: readonly Label[];
  /** Where hub models live; ours are never asked for there. */
  host: string;
}

export interface LoadOrder {
  model: ModelSpec;
  files: Record<string, Blob>;
  runtime: { mjs: string; wasm: Blob };
}

export interface Loaded {
  loadMs: number;
}

export interface ScoreOrder {
  texts: readonly string[];
  /** Most tokens, padding included, in one forward pass; a single longer window still goes alone. */
  batchTokens: number;
  /** Whether the word pieces of each text are wanted. */
  pieces: boolean;
}

/** One word piece as the model sees it. */
export interface Piece {
  text: string;
  id: number;
  /** [CLS], [SEP] and their like, which stand for no letters of the text. */
  special: boolean;
}

export interface Scored {
  /** Row-major [texts, 3]: P(negative), P(neutral), P(positive), in the order sent; rows sum to 1. */
  probabilities: Float32Array<ArrayBuffer>;
  /** Row-major [texts, classes of the model], averaged over the windows of a long text. */
  logits: Float32Array<ArrayBuffer>;
  /** Tokens of each text, special ones included. */
  tokens: Uint32Array<ArrayBuffer>;
  /** Windows each text was scored in: 1, or more for a text over the model's limit. */
  windows: Uint16Array<ArrayBuffer>;
  /** Cells of all forward passes, padding included; at least the sum of tokens. */
  paddedTokens: number;
  /** Clock in the worker, message passing excluded. */
  tokenizeMs: number;
  inferenceMs: number;
  /** From logits to probabilities and labels' rows. */
  postprocessMs: number;
  pieces?: Piece[][];
}

export interface Progress {
  /** Bytes here so far: downloaded, or read from storage. */
  loaded: number;
  /** Bytes in all. */
  total: number;
  files: readonly FileProgress[];
}

export interface FileProgress {
  name: string;
  loaded: number;
  total: number;
  from: 'network' | 'storage' | 'waiting';
}
