import type { Estimate, Figures, Ratio } from '../../../core/bench/figures.ts';
import type { BenchResult } from '../../../core/bench/result.ts';

/** One model on one machine. */
export interface MachineRow {
  /** Unique. */
  id: string;
  machine: string;
  cores: number;
  model: string;
  device: string;
  realTime: Estimate;
  p95: number;
  batch: Estimate | undefined;
  ratio: Ratio | undefined;
  /** 0 to 1, with 95 % Wilson interval. */
  accuracy: Estimate | undefined;
}

/** Every transformer of every result, fastest real time first; machines of one name are told apart by a number. */
export function machinesOf(
  results: readonly { result: BenchResult; figures: Figures }[],
): MachineRow[] {
  const seen = new Map<string, number>();
  return results
    .flatMap(({ result, figures }) => {
      const name = result.name || 'Unnamed machine';
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      const machine = times > 1 ? `${name} (${times})` : name;
      return figures.headlines
        .filter(({ engine, realTime }) => engine.kind === 'transformer' && realTime.perReview)
        .map(({ engine, realTime, batch, ratio, accuracy }) => ({
          id: `${result.id} ${engine.id}`,
          machine,
          cores: result.machine.cores,
          model: engine.title,
          device:
            engine.device === 'webgpu'
              ? 'WebGPU'
              : engine.device === 'kernel'
                ? 'own kernel'
                : 'WASM',
          realTime: realTime.perReview!,
          p95: realTime.latency.p95,
          batch: batch?.perReview,
          ratio,
          accuracy,
        }));
    })
    .sort((a, b) => a.realTime.value - b.realTime.value);
}
