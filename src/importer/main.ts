import { AppError, toFailure } from '../core/failure.ts';
import type { Intake } from '../core/intake.ts';
import { serve } from '../core/serve.ts';
import { RunsDb } from '../storage/runs-db.ts';
import { examples } from './examples.ts';
import { inspect } from './inspect.ts';
import { store } from './store.ts';
import { survey } from './survey.ts';

const db = new RunsDb(); // opened by its first use

/** What no part of the reading has named is taken for damage in the file: a library met what it did not expect. */
async function named<T>({ file }: { file: File }, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new AppError({ ...toFailure(error, 'file-damaged'), subject: file.name });
  }
}

// At once: a preview with another encoding does not wait for a survey that is about to be cancelled.
serve<Intake>(
  self,
  {
    inspect: (input, { signal }) => named(input, inspect(input, signal)),
    survey: (input, context) => named(input, survey(input, context)),
    examples: (input, context) => named(input, examples(input, context)),
    store: (input, context) => named(input, store(db, input, context)),
  },
  { atOnce: () => true },
);
