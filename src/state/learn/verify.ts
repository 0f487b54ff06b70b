import { toFailure } from '../../core/failure.ts';
import type { FileSpec } from '../../core/protocol.ts';
import type { ModelFile } from '../../models/catalogue.ts';
import type { Store } from '../store.ts';
import { getModelFile, type FetchFile } from './model-file.ts';
import type { Verification } from './verify-state.ts';

export const pathOf = (model: string, { name }: Pick<ModelFile, 'name'>): string =>
  `${model}/${name}`;

interface Deps {
  store: Store;
  /** Absolute, with a slash at its end. */
  modelBase: string;
  /** The copy that this browser has kept, if any. */
  kept: (spec: FileSpec) => Promise<Blob | undefined>;
  fetchFile: FetchFile;
}

export function verifyActions({ store, modelBase, kept, fetchFile }: Deps) {
  /** Hashes a file in this page: the kept copy, which is what the model runs from, or else the one that is served. */
  async function verify(model: string, file: ModelFile) {
    const path = pathOf(model, file);
    const show = (verification: Verification) =>
      store.setState(({ verifications }) => ({
        verifications: { ...verifications, [path]: verification },
      }));
    if (store.getState().verifications[path]?.phase === 'hashing') return;
    show({ phase: 'hashing', bytes: 0 });
    try {
      const { hashStream } = await import('../../core/learn/trace/hash-stream.ts'); // few ask for it
      const copy = await kept({ ...file, url: `${modelBase}${path}` });
      const stream = copy ? copy.stream() : await served(path, file.name);
      const found = await hashStream(stream, (bytes) => show({ phase: 'hashing', bytes }));
      const equal = found.sha256 === file.sha256 && found.bytes === file.bytes;
      show({ phase: 'done', equal, ...found, from: copy ? 'kept' : 'served' });
    } catch (error) {
      show({ phase: 'failed', failure: toFailure(error, 'download-failed') });
    }
  }

  /** Past the browser's own cache: what the server gives now. */
  async function served(path: string, name: string) {
    const { body } = await getModelFile(fetchFile, path, name, { cache: 'no-store' });
    return body ?? new Blob().stream();
  }

  return { verify };
}
