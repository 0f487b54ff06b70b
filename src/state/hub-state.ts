import type { Failure } from '../core/failure.ts';
import type { HubListing } from '../core/hub.ts';
import type { Label } from '../core/sentiment.ts';

/** Choosing a hub model: nothing is asked of the hub before the user says so, nothing is downloaded before they agree. */
export type HubLookup =
  | { phase: 'idle' }
  | { phase: 'looking'; id: string; host: string }
  | {
      phase: 'found';
      id: string;
      host: string;
      listing: HubListing;
      /** Names of the model's classes, in the order of its logits. */
      names: readonly string[];
      /** What each counts as; undefined where the user must say. */
      classes: readonly (Label | undefined)[];
      bytes: number;
    }
  | { phase: 'failed'; id: string; failure: Failure };
