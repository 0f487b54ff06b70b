import * as v from 'valibot';
import type { Speed } from '../core/speed.ts';

/** The GPU and the processor on this machine, with the same texts. */
export interface DeviceTrial {
  gpu: Speed;
  /** With all the workers that it then had. */
  processor: Speed & { workers: number };
}

const positive = v.pipe(v.number(), v.finite(), v.minValue(0));
const speed = { textsPerSecond: positive, oneTextMs: positive };
const Measured = v.object({
  /** Tokens of a forward pass on the GPU, found by `growBatch`. */
  batchTokens: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Absent where the user chose the GPU and nothing was compared. */
  trial: v.exactOptional(
    v.object({
      gpu: v.object(speed),
      processor: v.object({ ...speed, workers: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
    }),
  ),
});

export type Measured = v.InferOutput<typeof Measured>;

const Kept = v.object({ machine: v.string(), models: v.record(v.string(), Measured) });

export interface GpuStore {
  read: () => unknown;
  write: (kept: object) => void;
}

export interface GpuMemory {
  get: (machine: string, model: string) => Measured | undefined;
  set: (machine: string, model: string, measured: Measured | undefined) => void;
}

/**
 * What was measured on this machine, kept between visits. A new adapter, or a new version of page or runtime, makes another
 * machine of it: all of the old one's figures are dropped.
 */
export function createGpuMemory({ read, write }: GpuStore): GpuMemory {
  const modelsOn = (machine: string) => {
    const kept = v.safeParse(Kept, read());
    return kept.success && kept.output.machine === machine ? kept.output.models : {};
  };
  return {
    get: (machine, model) => {
      const models = modelsOn(machine);
      return Object.hasOwn(models, model) ? models[model] : undefined;
    },
    set: (machine, model, measured) => {
      const models = { ...modelsOn(machine) };
      if (measured) models[model] = measured;
      else Reflect.deleteProperty(models, model);
      write({ machine, models });
    },
  };
}

export const fasterIn = ({ gpu, processor }: DeviceTrial): 'gpu' | 'processor' =>
  gpu.textsPerSecond > processor.textsPerSecond ? 'gpu' : 'processor';
