import type { ExportFormat } from '../core/runs.ts';

const TYPES: Record<ExportFormat, { description: string; type: `${string}/${string}` }> = {
  csv: { description: 'CSV', type: 'text/csv' },
  jsonl: { description: 'JSON Lines', type: 'application/jsonl' },
  parquet: { description: 'Parquet', type: 'application/vnd.apache.parquet' },
};

interface Picker {
  showSaveFilePicker?: (options: {
    suggestedName: string;
    types: { description: string; accept: Record<string, string[]> }[];
  }) => Promise<FileSystemFileHandle>;
}

/** Asks for a place to write to; undefined where the browser can only download. Must be called in the task of a click. */
export function picker() {
  const page = window as Picker; // not in TypeScript's library yet
  if (!page.showSaveFilePicker) return undefined;
  return (suggestedName: string, format: ExportFormat) => {
    const { description, type } = TYPES[format];
    const types = [{ description, accept: { [type]: [`.${format}`] } }];
    return page.showSaveFilePicker!({ suggestedName, types });
  };
}

/** Puts a finished file into the browser's downloads. */
export function download(blob: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // the browser may read it a little later
}
