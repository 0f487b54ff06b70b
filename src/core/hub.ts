import type { FileSpec } from './protocol.ts';

/** What a hub says about a model before anything of it is downloaded. */
export interface HubListing {
  files: FileSpec[];
  /** Names of the model's classes by logit index, as in its config.json. */
  id2label: Record<string, string>;
}
