import type { CascadeOrder, CascadeWork } from './cascade.ts';
import type { Head } from './head.ts';
import type { Label } from './sentiment.ts';

/** What waits for a worker, most urgent first. Within one priority, first come, first served. */
export const PRIORITIES = ['live', 'detail', 'batch'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** What each call of a scorer worker sends and gets back. Add a row here and the compiler finds the rest. */
export interface Calls {
  /** Downloads files, or takes them from storage, and verifies them. */
  fetch: { input: readonly FileSpec[]; output: Fetched; progress: Progress };
  load: { input: LoadOrder; output: Loaded };
  /** Loads a small model beside the one that answers, for scoring by cascade; until the next load. Kernel only. */
  accompany: { input: LoadOrder; output: Loaded };
  score: { input: ScoreOrder; output: Scored };
  /** One padded forward pass with its inside laid open; only after a load with taps. */
  look: { input: readonly string[]; output: Look };
  /** Tokens of each text, special ones included, before any cut into windows. */
  count: { input: readonly string[]; output: Uint32Array<ArrayBuffer> };
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

/** What multiplies the matrices: our own kernel, for our own models on WASM, or the general runtime of the library. */
export type EngineName = 'kernel' | 'library';

/** Device and number format always go together: q8 for WASM, q4 for WebGPU. */
export type Device = 'wasm' | 'webgpu';
export type Dtype = 'q8' | 'q4';

export interface ModelSpec {
  id: string;
  /** Names the weights, the number format and the engine: answers of equal keys may stand for each other. */
  key: string;
  device: Device;
  dtype: Dtype;
  engine: EngineName;
  /** What each of the model's own classes counts as, in the order of its logits. */
  classes: readonly Label[];
  /** Where hub models live; ours are never asked for there. */
  host: string;
  /** Answers instead of the model's own classifier, from its embeddings. */
  head?: Head;
}

export interface LoadOrder {
  model: ModelSpec;
  files: Record<string, Blob>;
  /** Only for the library. */
  runtime?: { mjs: string; wasm: Blob };
  /** Inner tensors to be given out by `look`. They cost memory and time: for a worker that teaches, not one that works. */
  taps?: Taps;
}

/** Names of tensors inside a model file. */
export interface Taps {
  /** Sum of word, position and type embeddings, normalised: what enters the first layer. [texts, tokens, dimensions] */
  embedded: string;
  /** What leaves the last layer. [texts, tokens, dimensions] */
  hidden: string;
}

export interface Loaded {
  loadMs: number;
  /** Of the kernel: which instructions it was compiled for. */
  build?: 'relaxed' | 'baseline';
}

export interface ScoreOrder {
  texts: readonly string[];
  /** Most tokens, padding included, in one forward pass; a single longer window still goes alone. */
  batchTokens: number;
  /** Whether the word pieces of each text are wanted. */
  pieces: boolean;
  /** What goes before batch gets in between two passes of it; 'batch' when absent. */
  priority?: Priority;
  /** Whether the mean embedding of each text is wanted; bundled models have one. */
  embeddings?: boolean;
  /** Only after accompany, without pieces and embeddings. */
  cascade?: CascadeOrder;
}

/** One word piece as the model sees it. */
export interface Piece {
  text: string;
  id: number;
  /** [CLS], [SEP] and their like, which stand for no letters of the text. */
  special: boolean;
}

export interface Scored {
  /** Row-major [texts, 3]: P(negative), P(neutral), P(positive), in the order sent; [texts, labels] with a head of one's own; rows sum to 1. */
  probabilities: Float32Array<ArrayBuffer>;
  /** Row-major [texts, classes of the model], averaged over the windows of a long text. */
  logits: Float32Array<ArrayBuffer>;
  /** Tokens of each text, special ones included. */
  tokens: Uint32Array<ArrayBuffer>;
  /** Windows each text was scored in: 1, or more for a text over the model's limit. */
  windows: Uint16Array<ArrayBuffer>;
  /** Cells of all forward passes, padding included where there is any; at least the sum of tokens. */
  paddedTokens: number;
  /** Clock in the worker, message passing excluded, and passes of other calls in between. */
  tokenizeMs: number;
  inferenceMs: number;
  /** What those others took. */
  waitMs?: number;
  /** From logits to probabilities and labels' rows. */
  postprocessMs: number;
  pieces?: Piece[][];
  /** Row-major [texts, dimensions]: mean of the last hidden states, averaged over the windows of a long text. */
  embeddings?: Float32Array<ArrayBuffer>;
  /** Of a cascade: what was sent on. Its time for checks is not in inferenceMs. */
  cascade?: CascadeWork;
}

/** Everything between a few texts and their labels, as one padded forward pass computed it. */
export interface Look {
  texts: readonly LookedText[];
  /** Columns of the padded tensors: tokens of the longest text, special ones included. */
  columns: number;
  dimensions: number;
  /** Row-major [texts, columns]. */
  ids: Uint32Array<ArrayBuffer>;
  /** Row-major [texts, columns]: 1 for a token, 0 for padding. */
  mask: Uint8Array<ArrayBuffer>;
  /** Row-major [texts, columns, dimensions]; see Taps. */
  embedded: Float32Array<ArrayBuffer>;
  hidden: Float32Array<ArrayBuffer>;
  /** Row-major [texts, 3], and their softmax. */
  logits: Float32Array<ArrayBuffer>;
  probabilities: Float32Array<ArrayBuffer>;
  tokenizeMs: number;
  inferenceMs: number;
}

/** What the tokenizer made of one text. */
export interface LookedText {
  text: string;
  /** After normalisation: cleaned, lower case, without accents. */
  normalized: string;
  /** The same, character by character. */
  letters: readonly { from: string; to: string }[];
  /** The normalised text, cut at blanks and punctuation, and each word's pieces. */
  words: readonly { word: string; pieces: readonly Piece[]; tries: readonly Try[] }[];
  /** Special ones and padding included: one for each column. */
  pieces: readonly Piece[];
  /** Tokens that did not fit in, if any: only the first 512 are looked at. */
  left: number;
}

/** One lookup of WordPiece: the longest beginning first, a letter less each time. */
export interface Try {
  piece: string;
  found: boolean;
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
