import * as v from 'valibot';
import { AppError } from '../core/failure.ts';
import type { HubListing } from '../core/hub.ts';

const Tree = v.array(
  v.object({
    path: v.string(),
    size: v.number(),
    lfs: v.optional(v.object({ oid: v.string(), size: v.number() })),
  }),
);
const Config = v.object({ id2label: v.record(v.string(), v.string()) });

/** Small ones first, so that a wrong model fails early. */
const NEEDED = [
  'config.json',
  'tokenizer_config.json',
  'tokenizer.json',
  'onnx/model_quantized.onnx',
];

/**
 * Asks a hub which files a model has, how large they are and what its classes are called.
 *
 * @param id as in the hub's address, such as "owner/name"
 * @param host absolute, with a slash at its end
 * @throws AppError offline, download-failed, file-missing (no such model) or model-unsupported
 */
export async function lookUpHubModel(id: string, host: string): Promise<HubListing> {
  const tree = v.safeParse(
    Tree,
    await getJson(`${host}api/models/${id}/tree/main?recursive=true`, id),
  );
  if (!tree.success)
    throw new AppError({
      code: 'model-unsupported',
      detail: 'the file list is not readable',
      subject: id,
    });
  const files = NEEDED.map((name) => {
    const entry = tree.output.find(({ path }) => path === name);
    if (!entry)
      throw new AppError({ code: 'model-unsupported', detail: `it has no ${name}`, subject: id });
    const url = `${host}${id}/resolve/main/${name}`;
    const sha256 = entry.lfs?.oid; // the hub states a SHA-256 for its large files only
    return {
      name,
      url,
      bytes: entry.lfs?.size ?? entry.size,
      ...(sha256 !== undefined && { sha256 }),
    };
  });
  const config = v.safeParse(Config, await getJson(files[0]!.url, id));
  if (!config.success)
    throw new AppError({
      code: 'model-unsupported',
      detail: 'its config.json names no classes',
      subject: id,
    });
  return { files, id2label: config.output.id2label };
}

async function getJson(url: string, id: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch (error) {
    const code = navigator.onLine ? 'download-failed' : 'offline';
    throw new AppError({ code, detail: `${url}: ${String(error)}`, subject: id });
  }
  // The hub answers 401 for a model that does not exist, so as not to tell private ones apart.
  if (response.status === 404 || response.status === 401)
    throw new AppError({
      code: 'file-missing',
      detail: `${url}: HTTP ${response.status}`,
      subject: id,
    });
  if (!response.ok)
    throw new AppError({
      code: 'download-failed',
      detail: `${url}: HTTP ${response.status}`,
      subject: id,
    });
  return response.json().catch((error: unknown) => {
    throw new AppError({
      code: 'model-unsupported',
      detail: `${url}: ${String(error)}`,
      subject: id,
    });
  });
}
