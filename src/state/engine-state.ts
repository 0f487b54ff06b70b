import type { Adapter } from '../core/capabilities.ts';
import type { Failure } from '../core/failure.ts';
import type { Device, Dtype, EngineName, Loaded, Progress } from '../core/protocol.ts';
import type { RuntimeName } from '../core/runtime.ts';
import type { Chosen, HubChoice } from '../models/chosen.ts';
import type { DeviceTrial } from './gpu-memory.ts';

/** Why the engine runs on WASM although WebGPU was wanted or might be expected. */
export interface Fallback {
  why:
    | 'no-webgpu'
    | 'no-adapter'
    | 'software-adapter'
    | 'no-probes' // a hub model, or the user's own: nothing to hold WebGPU's answers against
    | 'gpu-failed' // the session could not be made
    | 'gpu-wrong' // it did not reproduce the probe set
    | 'gpu-lost'
    | 'gpu-slower' // than the processor, in a trial on this machine
    | 'gpu-untried'; // a trial against the processor is still to come, or could not be made
  detail?: string;
}

/** Why the library's engine runs although the kernel was wanted. */
export interface KernelFault {
  why:
    | 'kernel-failed' // it could not be loaded
    | 'kernel-wrong'; // it did not reproduce the probe set
  detail: string;
}

/** A model that answers now. */
export interface Running {
  model: Chosen;
  device: Device;
  dtype: Dtype;
  engine: EngineName;
  kernelFault: KernelFault | undefined;
  /** Of the kernel: the instructions it uses. */
  build: Loaded['build'];
  /** Of the library. */
  runtime: RuntimeName | undefined;
  adapter: Adapter | undefined;
  fallback: Fallback | undefined;
  workers: { ready: number; wanted: number };
  /** Making the session, download excluded. */
  loadMs: number;
  /** Largest difference of a probability to the probe set; where the engine had to reproduce it. */
  probeDifference: number | undefined;
  /** Most tokens in a forward pass; of a GPU, as measured on this machine. */
  batchTokens: number;
  /** The GPU against the processor, where the page chose by it. */
  trial: DeviceTrial | undefined;
  /** Why the files could not be kept for the next visit, if so. */
  notKept: string | undefined;
  /** Workers replaced since the start, and why the last one was. */
  restarts: number;
  lastCrash: Failure | undefined;
}

export type Loading =
  | { phase: 'none' }
  | { phase: 'checking' }
  | {
      phase: 'downloading';
      model: Chosen;
      progress: Progress;
      bytesPerSecond: number | undefined;
      secondsLeft: number | undefined;
    }
  | { phase: 'starting'; model: Chosen; device: Device }
  | { phase: 'verifying'; model: Chosen }
  | { phase: 'comparing'; model: Chosen }
  /** By the user, with no earlier model to go on with. */
  | { phase: 'stopped' }
  /** The hub model of the last visit is kept no more: its host is not asked again before the user agrees. */
  | { phase: 'asking'; model: HubChoice }
  | { phase: 'failed'; failure: Failure };

/** @returns whether a model is on its way */
export function isUnderWay({ phase }: Loading): boolean {
  return !['none', 'stopped', 'asking', 'failed'].includes(phase);
}

export interface EngineState {
  /** Answers everything. */
  running: Running | undefined;
  /** Only while nothing else runs: answers what is typed into Live, and no more, until the chosen model is ready. */
  standIn?: Running | undefined;
  /** What is under way beside them. */
  loading: Loading;
}

/** @returns who answers what is typed */
export const speakerIn = ({ running, standIn }: EngineState): Running | undefined =>
  running ?? standIn;
