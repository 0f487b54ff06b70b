import { AppError } from '../../core/failure.ts';

/** Fetches a file below the models' folder, such as "sentiscope-base/README.md". */
export type FetchFile = (path: string, init?: RequestInit) => Promise<Response>;

/**
 * @param subject how a sentence names the file
 * @throws AppError offline, download-failed or file-missing
 */
export async function getModelFile(
  fetchFile: FetchFile,
  path: string,
  subject: string,
  init?: RequestInit,
): Promise<Response> {
  const response = await fetchFile(path, init).catch((error: unknown) => {
    const code = globalThis.navigator?.onLine === false ? 'offline' : 'download-failed';
    throw new AppError({ code, detail: `${path}: ${String(error)}`, subject });
  });
  if (response.ok) return response;
  const detail = `${path}: HTTP ${response.status}`;
  throw new AppError({ code: 'file-missing', detail, subject });
}
