import { AppError, toFailure } from '../../core/failure.ts';
import type { Intake } from '../../core/intake.ts';
import { MOST_EXAMPLES, readExamples, type Labelled } from '../../core/learn/train/examples.ts';
import type { Asks } from '../../core/wire.ts';
import type { SampleName } from '../intake-sample.ts';
import type { Store } from '../store.ts';
import type { TrainContent, TrainData } from './train-state.ts';

interface Deps {
  store: Store;
  importer: Pick<Asks<Intake>, 'inspect' | 'examples'>;
  fetchSample: (name: SampleName, signal: AbortSignal) => Promise<File>;
}

type Open = Extract<TrainData, { phase: 'open' }>;

/** Where the examples come from: a file, its text column and its label column. */
export function trainDataActions({ store, importer, fetchSample }: Deps) {
  let run = new AbortController();

  const set = (data: TrainData) =>
    store.setState(({ trainSetup }) => ({ trainSetup: { ...trainSetup, data } }));

  function begin(): AbortSignal {
    run.abort();
    run = new AbortController();
    return run.signal;
  }

  async function openFile(file: File, label?: string) {
    const signal = begin();
    set({ phase: 'opening', name: file.name });
    try {
      const inspection = await importer.inspect({ file, reading: {} }, { signal });
      signal.throwIfAborted();
      const { columns, mapping } = inspection;
      const named = columns.findIndex(({ name }) => name === label);
      await read({
        phase: 'open',
        file,
        inspection,
        text: mapping.text < 0 ? undefined : mapping.text,
        label: named < 0 ? mapping.label : named,
        content: { phase: 'unread' },
      });
    } catch (error) {
      if (!signal.aborted) set({ phase: 'refused', failure: toFailure(error, 'file-damaged') });
    }
  }

  /** Reads the two columns of an open file, once both are known. */
  async function read(data: Open) {
    const signal = begin();
    const { file, text, label } = data;
    const { reading } = data.inspection;
    const show = (content: TrainContent) => {
      if (!signal.aborted) set({ ...data, content });
    };
    if (text === undefined || label === undefined) return show({ phase: 'unread' });
    show({ phase: 'reading', rows: 0 });
    try {
      const found = await importer.examples(
        { file, reading, text, label, most: MOST_EXAMPLES },
        { signal, onProgress: ({ rows }) => show({ phase: 'reading', rows }) },
      );
      show(contentOf(found.examples, found.labelled));
    } catch (error) {
      show({ phase: 'failed', failure: toFailure(error, 'file-damaged') });
    }
  }

  function contentOf(rows: readonly Labelled[], labelled: number): TrainContent {
    const { mostLabels } = store.getState().trainSetup;
    try {
      return { phase: 'ready', labelled, rows, examples: readExamples(rows, mostLabels) };
    } catch (error) {
      return { phase: 'failed', failure: toFailure(error, 'bad-input') };
    }
  }

  return {
    openFile: (file: File) => openFile(file),
    /** @param label name of the column to learn */
    async openSample(name: SampleName, label: string) {
      const signal = begin();
      set({ phase: 'opening', name });
      try {
        const file = await fetchSample(name, signal);
        if (!signal.aborted) await openFile(file, label);
      } catch (error) {
        if (!signal.aborted) set({ phase: 'refused', failure: toFailure(error, 'offline') });
      }
    },
    async chooseColumns(change: Partial<Pick<Open, 'text' | 'label'>>) {
      const { data } = store.getState().trainSetup;
      if (data.phase === 'open') await read({ ...data, ...change });
    },
    /** @param mostLabels 2 to 50 */
    keepLabels(mostLabels: number) {
      store.setState(({ trainSetup }) => ({ trainSetup: { ...trainSetup, mostLabels } }));
      const { data } = store.getState().trainSetup;
      if (data.phase !== 'open') return;
      const { content } = data;
      if (content.phase === 'ready')
        set({ ...data, content: contentOf(content.rows, content.labelled) });
    },
    /** Puts the file away. */
    close() {
      begin();
      set({ phase: 'none' });
    },
  };
}

/** @throws AppError bad-input unless examples are there */
export function examplesIn(data: TrainData) {
  if (data.phase === 'open' && data.content.phase === 'ready')
    return { file: data.file.name, examples: data.content.examples };
  throw new AppError({ code: 'bad-input', detail: 'no labelled texts chosen' });
}
