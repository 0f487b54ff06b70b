import { AppError, toFailure } from '../core/failure.ts';
import { type Intake, ownMapping } from '../core/intake.ts';
import { fuse } from '../core/defuse.ts';
import { NO_STEP, type Archive, type Run } from '../core/runs.ts';
import type { Asks } from '../core/wire.ts';
import { modelNamed } from '../models/named-model.ts';
import { draftIn, type Draft, type Opening } from './intake-state.ts';
import type { Store } from './store.ts';

interface Deps {
  store: Store;
  importer: Pick<Asks<Intake>, 'store'>;
  archive: Pick<Asks<Archive>, 'create' | 'settle' | 'remove'>;
  /** Puts the draft away. */
  close: () => void;
  /** Told of the run, once it can be shown. */
  onOpened: (run: Run) => void;
}

/** A file that brings results along becomes a run without a model: its rows are stored with what they bring. */
export function resultsFileActions({ store, importer, archive, close, onOpened }: Deps) {
  const draft = () => draftIn(store.getState().intake);

  async function open() {
    const current = draft();
    if (!current || !canOpen(current)) return;
    const stop = new AbortController();
    const { signal } = stop;
    const show = (opening: Opening) => {
      const now = draft();
      if (now && !signal.aborted) store.setState({ intake: { ...now, opening } });
    };
    // The draft is cancelled, or another file chosen, in a dozen ways.
    const leave = store.subscribe(() => {
      if (draft()?.file !== current.file) stop.abort();
    });
    show({ phase: 'reading', progress: undefined });
    let id: string | undefined;
    try {
      const run = await archive.create(newRun(current));
      id = run.id;
      const mapping = ownMapping(current.mapping, current.inspection.results!); // canOpen
      const order = { file: current.file, reading: run.reading, mapping, run: id };
      const stored = await importer.store(
        { ...order, results: current.inspection.results! },
        { signal, onProgress: (progress) => show({ phase: 'reading', progress }) },
      );
      signal.throwIfAborted();
      if (stored.rows === 0) throw new AppError({ code: 'no-text', detail: 'no rows' });
      // Rows that were never scored, as in the export of a stopped run, can still be.
      const finished = await archive
        .settle({ run: id, status: 'finished' })
        .catch(() => archive.settle({ run: run.id, status: 'stopped' }));
      leave();
      close();
      onOpened(finished);
    } catch (error) {
      leave();
      show({ phase: 'failed', failure: toFailure(error, 'storage-forbidden') });
      if (id !== undefined) await archive.remove(id).catch(() => {}); // it is in the list of runs, to be deleted there
    }
  }

  return { open };
}

export const canOpen = ({ inspection, mapping, rereading, starting, opening }: Draft): boolean =>
  inspection.results !== undefined &&
  inspection.results.own.includes(mapping.text) &&
  !rereading &&
  !starting &&
  opening?.phase !== 'reading';

function newRun({ file: { name, size, lastModified }, inspection, mapping }: Draft): Run {
  const { reading, columns, problems, results } = inspection;
  const isCsv = reading.format === 'csv';
  return {
    id: crypto.getRandomValues(new Uint32Array(3)).join('-'),
    name,
    createdAt: Date.now(),
    file: { name, bytes: size, lastModified },
    reading,
    mapping: ownMapping(mapping, results!), // canOpen
    columns: results!.own.map((i) => (isCsv ? fuse(columns[i]!.name) : columns[i]!.name)),
    problems,
    model: modelNamed(results!.model),
    ...NO_STEP,
    opened: true,
  };
}
