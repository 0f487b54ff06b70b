import { sha256 } from '@noble/hashes/sha2.js';
import type { KeptPrediction, RunsDb } from '../storage/runs-db.ts';

const utf8 = new TextEncoder();

/** The key of a text's prediction: the text itself can't be read back from it. */
export function predictionKey(model: string, text: string): Uint8Array {
  return sha256(utf8.encode(`${model}\0${text}`)).slice(0, 16); // a copy: a view would be stored with all its 32 bytes
}

/** @returns what is known of each text, in order */
export function lookUp(
  db: RunsDb,
  model: string,
  texts: readonly string[],
): Promise<(KeptPrediction | undefined)[]> {
  return db.predictions.bulkGet(texts.map((text) => predictionKey(model, text)));
}
