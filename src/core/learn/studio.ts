import type { Look, Progress, Scored } from '../protocol.ts';

/** What a call of the studio may be given. */
export interface StudioOptions {
  /** Told while the model comes in; not once it is there. */
  onDownload?: (progress: Progress) => void;
  signal?: AbortSignal;
}

/** Learn's own worker: a bundled model with its inside laid open. It leaves the model in use alone. */
export interface Studio {
  /** Every tensor of one padded forward pass. Rejects with an AppError. */
  look: (model: string, texts: readonly string[], options?: StudioOptions) => Promise<Look>;
  /** Tokens of each text, special ones included. Rejects with an AppError. */
  count: (model: string, texts: readonly string[], options?: StudioOptions) => Promise<Uint32Array>;
  /**
   * Scores texts one by one and hands out their embeddings. Rejects with an AppError.
   *
   * @param onDone texts done so far
   */
  embed: (
    model: string,
    texts: readonly string[],
    options?: StudioOptions & { onDone?: (done: number) => void },
  ) => Promise<Scored>;
}
