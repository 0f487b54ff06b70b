/** What is wrong with a call as it was typed, where, and what to write instead. */
export class CallError extends Error {
  /** Index of the first character that does not fit; the length of the source where it ends too soon. */
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.name = 'CallError';
    this.at = at;
  }
}
