import type { Archive } from '../core/runs.ts';
import { serve } from '../core/serve.ts';
import { RunsDb } from '../storage/runs-db.ts';
import { createArchive } from './answers.ts';

serve<Archive>(self, createArchive(new RunsDb()), {
  otherwise: 'worker-crashed',
  atOnce: () => true, // rows for the table don't wait for an export
  transfer: (output) => (output instanceof Uint32Array ? [output.buffer as ArrayBuffer] : []), // of a query: never shared
});
