import { Dexie } from 'dexie';
import { AppError } from '../core/failure.ts';

export const missing = (run: string) =>
  new AppError({ code: 'run-missing', detail: `no run ${run}` });

/** @returns what to throw in place of `error`: the storage's refusals in our words, all others as they are */
export function toFault(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (isQuota(error)) return new AppError({ code: 'quota', detail });
  const ofStorage = error instanceof Dexie.DexieError || isDomException(error);
  return ofStorage ? new AppError({ code: 'storage-forbidden', detail }) : error;
}

/** A full disk may be said by any of these, wrapped in each other: the request, the transaction that it ends, a bulk write. */
function isQuota(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('name' in error && error.name === 'QuotaExceededError') return true;
  if ('inner' in error && error.inner !== error && isQuota(error.inner)) return true;
  return 'failures' in error && Array.isArray(error.failures) && error.failures.some(isQuota);
}

/** A call that is given up rejects with an AbortError, which is no fault of the storage. */
function isDomException(error: unknown): boolean {
  return error instanceof DOMException && error.name !== 'AbortError';
}
