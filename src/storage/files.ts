import type { FileSpec } from '../core/protocol.ts';

const CACHE = 'sentiscope-files-v1';

/** Verified downloads kept for the next visit. Works in workers and on the page; never rejects. */
export interface FileStore {
  /** @returns the file as it was kept, or nothing */
  get(spec: FileSpec): Promise<Blob | undefined>;
  /** @returns why the file could not be kept, or nothing when it is */
  put(spec: FileSpec, blob: Blob): Promise<string | undefined>;
}

/** The key names the content: a new release of a file is a new key, never a stale hit. */
function keyOf({ url, bytes, sha256 }: FileSpec): string {
  const key = new URL(url);
  key.searchParams.set('content', sha256 ?? String(bytes));
  return key.href;
}

/** Cache Storage. Absent on plain http and forbidden in some private windows: then nothing is kept, and that is said. */
export const cacheStore: FileStore = {
  async get(spec) {
    try {
      const cache = await caches.open(CACHE);
      return await (await cache.match(keyOf(spec)))?.blob();
    } catch {
      return undefined;
    }
  },
  async put(spec, blob) {
    try {
      const cache = await caches.open(CACHE);
      await cache.put(keyOf(spec), new Response(blob));
      return undefined;
    } catch (error) {
      return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    }
  },
};

export interface KeptFile {
  /** Address without the content key. */
  url: string;
  bytes: number;
}

/** What is kept now. Empty where storage is forbidden. */
export async function listKept(): Promise<KeptFile[]> {
  try {
    const cache = await caches.open(CACHE);
    return await Promise.all(
      (await cache.keys()).map(async (request) => {
        const url = new URL(request.url);
        url.searchParams.delete('content');
        const blob = await (await cache.match(request))?.blob();
        return { url: url.href, bytes: blob?.size ?? 0 };
      }),
    );
  } catch {
    return [];
  }
}

/** Forgets every kept file. What is loaded goes on working. */
export async function clearKept(): Promise<void> {
  await globalThis.caches?.delete(CACHE);
}
