import type { Cell, EngineResult } from '../../../core/bench/result.ts';
import type { Part } from '../../../core/bench/figures.ts';
import { count } from '../../parts/format.ts';

const DEVICES: Record<EngineResult['device'], string> = {
  kernel: ' on our own kernel',
  wasm: ' on WASM',
  webgpu: ' on WebGPU',
  javascript: '', // there is no other way
};

/** "Sentiscope base on WASM", "VADER" */
export const engineName = ({ title, device }: EngineResult): string => title + DEVICES[device];

/** "1 worker", "2 workers" */
export const some = (n: number, noun: string): string => `${count(n)} ${noun}${n === 1 ? '' : 's'}`;

/** "batches of 16, sorted by length, 2 workers": what sets one cell of an engine apart from its others. */
export function cellName({ scenario, batchSize, plan, workers, tokens, rate }: Cell): string {
  const length = tokens === undefined ? '' : `, ${tokens} tokens`;
  switch (scenario) {
    case 'single-stream':
      return `real time${length}`;
    case 'server':
      return `${rate ?? 0} requests a second${length}`;
    case 'offline':
      return `${batchName({ batchSize, plan, tokens })}, ${some(workers, 'worker')}${length}`;
  }
}

/** "batches of one", "batches of 16 in file order"; among texts of one length there is no order to speak of. */
export function batchName(
  cell: Pick<Cell, 'batchSize' | 'plan'> & { tokens?: number | undefined },
) {
  if (cell.batchSize === 1) return 'batches of one';
  const order = cell.plan === 'sorted' ? ' sorted by length' : ' in file order';
  return `batches of ${cell.batchSize}${cell.tokens === undefined ? order : ''}`;
}

/** The same in few letters, for a chart on a phone: "one by one, 2 workers", "batch of 16 sorted". */
export function shortName({ batchSize, plan, workers, tokens }: Cell): string {
  const order = plan === 'sorted' ? ' sorted' : ' in file order';
  const batch =
    batchSize === 1 ? 'one by one' : `batch of ${batchSize}${tokens === undefined ? order : ''}`;
  return workers > 1 ? `${batch}, ${workers} workers` : batch;
}

export const PART_NAMES: Record<Part, string> = {
  queue: 'Queue',
  tokenize: 'Tokenise',
  inference: 'Inference',
  postprocess: 'Post-process',
  message: 'Message',
  paint: 'Paint',
};

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** How texts that are not filled up share a forward pass. */
export const passesText = ({ device }: Pick<EngineResult, 'device'>): string =>
  device === 'kernel'
    ? 'texts of any length lie one behind the other in a forward pass'
    : 'only texts of equal length share a forward pass';
