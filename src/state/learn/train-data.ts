import { AppError, toFailure } from '../../core/failure.ts';
import type { Intake } from '../../core/intake.ts';
import { keepLabels, MOST_EXAMPLES, MOST_LABELS } from '../../core/learn/train/examples.ts';
import type { Asks } from '../../core/wire.ts';
import type { SampleName } from '../intake-sample.ts';
import type { Store } from '../store.ts';
import type { TrainContent, TrainData, TrainSetup } from './train-state.ts';

interface Deps {
  store: Store;
  importer: Pick<Asks<Intake>, 'inspect' | 'examples'>;
  fetchSample: (name: SampleName, signal: AbortSignal) => Promise<File>;
}

type Open = Extract<TrainData, { phase: 'open' }>;

/** What is to be learnt from a file, where it is known beforehand. */
interface Wish {
  /** Name of the label column. */
  label?: string;
  mostLabels?: number;
}

/** Where the examples come from: a file, its text column and its label column. */
export function trainDataActions({ store, importer, fetchSample }: Deps) {
  let run = new AbortController();

  const change = (part: Partial<TrainSetup>) =>
    store.setState(({ trainSetup }) => ({ trainSetup: { ...trainSetup, ...part } }));
  const set = (data: TrainData) => change({ data });

  function begin(): AbortSignal {
    run.abort();
    run = new AbortController();
    return run.signal;
  }

  async function openFile(file: File, { label, mostLabels = MOST_LABELS }: Wish = {}) {
    const signal = begin();
    change({ data: { phase: 'opening', name: file.name }, mostLabels });
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
        // A column of topics is no sentiment, but it groups the rows.
        label: named < 0 ? (mapping.label ?? mapping.group) : named,
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
    if (text === undefined || label === undefined || text === label)
      return show({ phase: 'unread' });
    show({ phase: 'reading', rows: 0 });
    try {
      const { examples, problems } = await importer.examples(
        { file, reading, text, label, most: MOST_EXAMPLES },
        { signal, onProgress: ({ rows }) => show({ phase: 'reading', rows }) },
      );
      const kept = keepLabels(examples, store.getState().trainSetup.mostLabels);
      show({ phase: 'ready', all: examples, examples: kept, skipped: problems.skipped });
    } catch (error) {
      show({ phase: 'failed', failure: toFailure(error, 'file-damaged') });
    }
  }

  return {
    openFile: (file: File) => openFile(file),
    openSample: async (name: SampleName, wish: Wish) => {
      const signal = begin();
      set({ phase: 'opening', name });
      try {
        const file = await fetchSample(name, signal);
        if (!signal.aborted) await openFile(file, wish);
      } catch (error) {
        if (!signal.aborted) set({ phase: 'refused', failure: toFailure(error, 'offline') });
      }
    },
    chooseColumns: async (columns: Partial<Pick<Open, 'text' | 'label'>>) => {
      const { data } = store.getState().trainSetup;
      if (data.phase === 'open') await read({ ...data, ...columns });
    },
    /** @param mostLabels 2 to MOST_LABELS */
    keepLabels: (mostLabels: number) => {
      change({ mostLabels });
      const { data } = store.getState().trainSetup;
      if (data.phase !== 'open' || data.content.phase !== 'ready') return;
      const examples = keepLabels(data.content.all, mostLabels);
      set({ ...data, content: { ...data.content, examples } });
    },
    /** Puts the file away. */
    close: () => {
      begin();
      set({ phase: 'none' });
    },
  };
}

/** @throws AppError bad-input unless examples are there */
export function examplesIn(data: TrainData) {
  if (data.phase !== 'open' || data.content.phase !== 'ready')
    throw new AppError({ code: 'bad-input', detail: 'no labelled texts chosen' });
  const { file, inspection, label, content } = data;
  return { file: file.name, column: inspection.columns[label!]!.name, examples: content.examples }; // read: chosen
}
