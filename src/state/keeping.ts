import type { Store } from './store.ts';

/** What the page has kept on this machine for the next visit. */
export interface Keeping {
  files: readonly { url: string; bytes: number }[];
  bytes: number;
}

interface Deps {
  store: Store;
  listKept: () => Promise<Keeping['files'][number][]>;
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
