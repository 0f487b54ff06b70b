/** What the page has kept on this machine for the next visit. */
export interface Keeping {
  files: readonly { url: string; bytes: number }[];
  bytes: number;
}
