/** Everything that can go wrong, as the page tells it apart. The sentence for each code is in ui/parts/failure-text.ts. */
export type FailureCode =
  | 'browser-too-old' // no module workers, no WebAssembly or no SIMD in it
  | 'offline'
  | 'file-missing' // the server has no such file
  | 'file-altered' // its SHA-256 or length is not the catalogue's, twice
  | 'download-failed' // the transfer broke off or was refused
  | 'runtime-missing' // the WebAssembly runtime's script could not be loaded
  | 'model-unreadable' // the runtime refuses the file
  | 'model-unsupported' // a hub model whose files, architecture or labels we can't use
  | 'out-of-memory'
  | 'cancelled'
  | 'worker-crashed'
  | 'gpu-absent' // no WebGPU, or no adapter
  | 'gpu-lost'
  | 'gpu-wrong' // WebGPU does not reproduce the probe set
  | 'wrong-output' // NaN or all-equal logits
  | 'inference-failed'
  | 'model-changed' // another model answers than the one that was asked for
  | 'bad-input'
  | 'file-empty'
  | 'file-binary' // neither text nor a format we read
  | 'file-encrypted' // a workbook with a password
  | 'file-damaged' // not even its first part could be read
  | 'file-too-large' // a format that must be held whole, over its limit
  | 'file-unreadable' // gone, changed on the disk or forbidden since it was chosen
  | 'results-file' // results of ours that are not of one model, or not whole
  | 'no-text' // no row holds a text to score
  | 'quota' // the disk, or the browser's share of it, is full
  | 'storage-forbidden' // private window or blocked site data
  | 'run-missing' // deleted meanwhile
  | 'run-elsewhere' // another tab is scoring it
  | 'bench-running' // a benchmark is under way already
  | 'bench-wrong' // timed answers differ from the untimed ones
  | 'examples-few' // not two labels with enough texts
  | 'examples-one-label'
  | 'examples-numbers' // the labels are measurements
  | 'own-model-file' // no trained model of ours, or one that does not fit
  | 'record-unreadable' // what lies beside a bundled model is not what we read
  | 'bench-file'; // no benchmark result of ours, or of a version that can't be read

/** A failure as data: it crosses threads, lives in state and is turned into a sentence by the UI. */
export interface Failure {
  code: FailureCode;
  /** For the console and the details line: what was met, where. English, no text of the user's. */
  detail: string;
  /** The file or model concerned, where there is one. */
  subject?: string;
}

export class AppError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(`${failure.code}: ${failure.detail}`);
    this.name = 'AppError';
    this.failure = failure;
  }
}

/** @returns the failure inside an AppError, 'cancelled' for an aborted signal, else `code` with the error's own words. */
export function toFailure(error: unknown, code: FailureCode): Failure {
  if (error instanceof AppError) return error.failure;
  if (error instanceof Error && error.name === 'AbortError')
    return { code: 'cancelled', detail: error.message };
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (/out of memory|allocation failed|bad_alloc|Array buffer allocation/i.test(detail))
    return { code: 'out-of-memory', detail };
  return { code, detail };
}
