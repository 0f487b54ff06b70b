import { AppError, toFailure } from '../../core/failure.ts';
import { readCard } from '../../core/learn/trace/read-card.ts';
import { readMetrics } from '../../core/learn/trace/read-metrics.ts';
import { readTrace } from '../../core/learn/trace/read-trace.ts';
import { findBundled } from '../../models/chosen.ts';
import type { Store } from '../store.ts';
import { getModelFile, type FetchFile } from './model-file.ts';
import type { ModelRecord, RecordName, Reading } from './records-state.ts';

const FILES: { [K in RecordName]: { file: string; read: (text: string) => ModelRecord[K] } } = {
  training: { file: 'training.json', read: (text) => readTrace(JSON.parse(text)) },
  metrics: { file: 'metrics.json', read: (text) => readMetrics(JSON.parse(text)) },
  card: { file: 'README.md', read: readCard },
};

interface Deps {
  store: Store;
  fetchFile: FetchFile;
}

export function recordActions({ store, fetchFile }: Deps) {
  const show = (model: string, name: RecordName, reading: Reading<ModelRecord[RecordName]>) =>
    store.setState(({ records }) => ({
      records: { ...records, [model]: { ...records[model], [name]: reading } },
    }));

  /** Reads a record, unless it is here or on its way; one that failed is tried again. */
  async function open(model: string, name: RecordName) {
    const phase = store.getState().records[model]?.[name]?.phase;
    if (phase === 'reading' || phase === 'ready') return;
    show(model, name, { phase: 'reading' });
    const { file, read } = FILES[name];
    const subject = `${file} of ${findBundled(model).title}`;
    try {
      const text = await (await getModelFile(fetchFile, `${model}/${file}`, subject)).text();
      show(model, name, { phase: 'ready', content: readable(() => read(text), subject) });
    } catch (error) {
      show(model, name, { phase: 'failed', failure: toFailure(error, 'download-failed') });
    }
  }

  return { open };
}

function readable<T>(read: () => T, subject: string): T {
  try {
    return read();
  } catch (error) {
    throw new AppError({ code: 'record-unreadable', detail: String(error), subject });
  }
}
