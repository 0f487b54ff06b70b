import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { AppError, toFailure } from '../core/failure.ts';
import type { Fetched, FileProgress, FileSpec, Progress } from '../core/protocol.ts';
import type { FileStore } from '../storage/files.ts';
import type { CallContext } from '../core/wire.ts';

/**
 * Gets files from storage or the network, verifies each against its length and SHA-256, and keeps what is new.
 *
 * A download is hashed in plain JavaScript while the bytes arrive: that needs no secure context, so a page served over
 * plain http in a classroom verifies too, and a worker has the time.
 *
 * @throws AppError file-missing, file-altered (after one retry past every cache), download-failed, offline; or an
 *   AbortError. Files completed before a failure stay in storage, so that the next try goes on from there.
 */
export async function fetchFiles(
  specs: readonly FileSpec[],
  store: FileStore,
  { report, signal }: CallContext<Progress>,
): Promise<Fetched> {
  const progress: FileProgress[] = specs.map(({ name, bytes }) => ({
    name,
    loaded: 0,
    total: bytes,
    from: 'waiting',
  }));
  let reportedAt = -Infinity;
  const tell = (force = false) => {
    if (!force && performance.now() - reportedAt < 100) return;
    reportedAt = performance.now();
    const sum = (key: 'loaded' | 'total') => progress.reduce((total, file) => total + file[key], 0);
    report({ loaded: sum('loaded'), total: sum('total'), files: progress });
  };

  const files: Record<string, Blob> = {};
  let notKept: string | undefined;
  for (const [i, spec] of specs.entries()) {
    const step = progress[i]!;
    const advance = (loaded: number) => {
      step.loaded = Math.min(loaded, step.total);
      tell();
    };
    let blob = await store.get(spec);
    if (blob && (await verify(blob, spec))) {
      step.from = 'storage';
      advance(spec.bytes);
    } else {
      step.from = 'network';
      tell(true); // the file before it is complete, whatever was reported last
      blob = await download(spec, advance, signal);
      notKept ??= await store.put(spec, blob);
    }
    files[spec.name] = blob;
  }
  tell(true);
  return notKept === undefined ? { files } : { files, notKept };
}

/** Whether a kept file is still what the catalogue promises. */
async function verify(blob: Blob, { bytes, sha256: expected }: FileSpec): Promise<boolean> {
  if (blob.size !== bytes) return false;
  if (expected === undefined) return true;
  // The browser's own hash is several times as fast. Where it is missing, on plain http, nothing is kept either.
  const hash = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return bytesToHex(new Uint8Array(hash)) === expected;
}

async function download(
  spec: FileSpec,
  advance: (loaded: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const first = await transfer(spec, advance, signal, 'default');
  if (first.fault === undefined) return first.blob;
  advance(0);
  // A damaged copy may sit in a cache between us and the server: the one retry goes past all of them.
  const second = await transfer(spec, advance, signal, 'reload');
  if (second.fault === undefined) return second.blob;
  throw new AppError({ code: 'file-altered', detail: second.fault, subject: spec.name });
}

/** @returns the file and, if it isn't the one the catalogue promises, what is wrong with it. */
async function transfer(
  { url, name, bytes, sha256: expected }: FileSpec,
  advance: (loaded: number) => void,
  signal: AbortSignal,
  cache: RequestCache,
): Promise<{ blob: Blob; fault?: string }> {
  const response = await request(url, name, { signal, cache });
  const hash = sha256.create();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let loaded = 0;
  try {
    const reader = response.body!.getReader();
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      parts.push(chunk.value);
      hash.update(chunk.value);
      loaded += chunk.value.length;
      advance(loaded);
    }
  } catch (error) {
    if (signal.aborted) throw error;
    return {
      blob: new Blob(),
      fault: `${url}: broke off after ${loaded} bytes (${String(error)})`,
    };
  }
  const blob = new Blob(parts);
  if (loaded !== bytes) return { blob, fault: `${url}: ${loaded} bytes instead of ${bytes}` };
  const actual = bytesToHex(hash.digest());
  if (expected !== undefined && actual !== expected)
    return { blob, fault: `${url}: SHA-256 ${actual} instead of ${expected}` };
  return { blob };
}

async function request(url: string, name: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    const code = navigator.onLine ? 'download-failed' : 'offline';
    throw new AppError({
      ...toFailure(error, code),
      detail: `${url}: ${String(error)}`,
      subject: name,
    });
  }
  if (response.ok) return response;
  const code =
    response.status === 404 || response.status === 410 ? 'file-missing' : 'download-failed';
  throw new AppError({ code, detail: `${url}: HTTP ${response.status}`, subject: name });
}
