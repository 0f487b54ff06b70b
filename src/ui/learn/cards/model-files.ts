import type { Dtype } from '../../../core/protocol.ts';
import type { BundledModel, ModelFile } from '../../../models/catalogue.ts';

/** A file of a model and which number formats need it. */
export interface CardFile extends ModelFile {
  dtypes: readonly Dtype[];
}

/** Each file once, the weights first: those are what a visitor looks for. */
export function filesOfCard({ files }: BundledModel): CardFile[] {
  const found = new Map<string, CardFile>();
  for (const dtype of ['q8', 'q4'] as const)
    for (const file of files[dtype]) {
      const dtypes = [...(found.get(file.name)?.dtypes ?? []), dtype];
      found.set(file.name, { ...file, dtypes });
    }
  return [...found.values()].sort((a, b) => b.bytes - a.bytes);
}
