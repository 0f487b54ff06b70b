import type { CallName, Calls, Progress } from '../core/protocol.ts';

export interface CallContext {
  report: (progress: Progress) => void;
  /** Aborted when the page has lost interest; checked between downloads' chunks and between forward passes. */
  signal: AbortSignal;
}

/** One function for each row of the protocol. */
export type Engine = {
  [K in CallName]: (input: Calls[K]['input'], context: CallContext) => Promise<Calls[K]['output']>;
};
