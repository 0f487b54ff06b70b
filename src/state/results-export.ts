import { toFailure } from '../core/failure.ts';
import type { ExportFormat } from '../core/runs.ts';
import type { Exporting } from './results-state.ts';
import type { Scope } from './results-scope.ts';

export function exportActions({ archive, files, results, set, run, signal }: Scope) {
  let writing = new AbortController();

  /** @param filtered only the rows that the table shows; else all */
  async function exportRows(format: ExportFormat, filtered: boolean) {
    const open = run();
    if (!open) return;
    writing.abort();
    writing = new AbortController();
    const either = AbortSignal.any([signal(), writing.signal]);
    const show = (exporting: Exporting) => {
      if (!either.aborted) set({ export: exporting });
    };
    const { query, ids } = results();
    const proposed = exportName(open.name, format);
    try {
      const to = await files.pick?.(proposed, format);
      const name = to?.name ?? proposed;
      const total = filtered ? (ids?.length ?? 0) : open.rows;
      show({ phase: 'writing', format, name, rows: 0, total });
      const order = { run: open.id, format, filter: filtered ? query.filter : undefined };
      const { blob, rows, bytes } = await archive.export(to ? { ...order, to } : order, {
        signal: either,
        onProgress: (progress) => show({ phase: 'writing', format, name, ...progress }),
      });
      if (blob && !either.aborted) files.download(blob, name);
      show({ phase: 'written', name, rows, bytes });
    } catch (error) {
      const failure = toFailure(error, 'worker-crashed');
      // Whoever closes the file dialog has changed their mind.
      show(failure.code === 'cancelled' ? { phase: 'none' } : { phase: 'failed', failure });
    }
  }

  /** Gives up an export under way, or puts the word about the last one away. */
  function endExport() {
    writing.abort();
    set({ export: { phase: 'none' } });
  }

  return { exportRows, endExport };
}

/** The run's name as a file's: without its ending and without what file systems refuse. */
export function exportName(run: string, ending: string): string {
  const stem = run
    .replace(/\.(csv|tsv|txt|jsonl|ndjson|json|xlsx|parquet)(\.gz)?$/i, '')
    .replace(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 100);
  return `${stem || 'reviews'} scored.${ending}`;
}
