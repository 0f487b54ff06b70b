import type { Store } from './store.ts';
import type { Keeping } from './keeping-state.ts';

export type ListKept = () => Promise<Keeping['files']>;

/** @returns whether all of `files` are among what is kept */
export function areKept(files: Keeping['files'], kept: Keeping['files']): boolean {
  const known = new Map(kept.map(({ url, bytes }) => [url, bytes]));
  return files.every(({ url, bytes }) => known.get(url) === bytes);
}

interface Deps {
  store: Store;
  listKept: ListKept;
  clearKept: () => Promise<void>;
}

export function keepingActions({ store, listKept, clearKept }: Deps) {
  async function refresh() {
    const files = await listKept();
    store.setState({ keeping: { files, bytes: files.reduce((sum, file) => sum + file.bytes, 0) } });
  }

  /** Forgets the kept files; the running model goes on from memory. */
  async function clear() {
    await clearKept().catch(() => {}); // forbidden storage has nothing to clear
    await refresh();
  }

  return { refresh, clear };
}
