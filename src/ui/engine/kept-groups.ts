export interface KeptGroup {
  name: string;
  files: number;
  bytes: number;
}

/**
 * What is kept, summed up by model; the runtime's programs are a group of their own.
 *
 * @returns the largest group first
 */
export function groupKept(files: readonly { url: string; bytes: number }[]): KeptGroup[] {
  const groups = new Map<string, KeptGroup>();
  for (const { url, bytes } of files) {
    const name = groupOf(new URL(url).pathname);
    const group = groups.get(name) ?? { name, files: 0, bytes: 0 };
    groups.set(name, { name, files: group.files + 1, bytes: group.bytes + bytes });
  }
  return [...groups.values()].sort((a, b) => b.bytes - a.bytes);
}

/** Ours lie under models/<id>/, a hub's under <owner>/<name>/resolve/. */
function groupOf(path: string): string {
  if (path.endsWith('.wasm')) return 'Runtime';
  const [, id] = /([^/]+\/[^/]+)\/resolve\//.exec(path) ?? /\/models\/([^/]+)\//.exec(path) ?? [];
  return id === undefined ? 'Other files' : decodeURIComponent(id);
}
