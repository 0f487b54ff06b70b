import * as v from 'valibot';
import type { Failure } from '../core/failure.ts';
import type { LoadOrder, Progress } from '../core/protocol.ts';
import { FIRST_GATE, GATES } from '../models/cascade.ts';
import { BASE } from '../models/catalogue.ts';
import type { EngineState, Running } from './engine-state.ts';
import { chosenModel, engineChoice, type Settings } from './settings.ts';

/** What the user chose, and what this machine was measured at, kept between visits. */
export const CascadeSettings = v.object({
  on: v.boolean(),
  under: v.picklist([...GATES]),
  /** Time for a token by the small model over that by the accurate one, in the last run by cascade. */
  cost: v.exactOptional(v.pipe(v.number(), v.minValue(0.01), v.maxValue(1))),
});

export type CascadeSettings = v.InferOutput<typeof CascadeSettings>;

export interface CascadeState extends CascadeSettings {
  /** The small model's files. */
  files:
    | { phase: 'none' | 'ready' }
    | { phase: 'fetching'; progress: Progress | undefined }
    | { phase: 'failed'; failure: Failure };
}

export const NO_CASCADE: CascadeState = { on: false, under: FIRST_GATE, files: { phase: 'none' } };

/** Gives the small model, fetched and held against its probe set. Rejects with an AppError, or when `signal` aborts. */
export type Companion = (signal: AbortSignal) => Promise<LoadOrder>;

/** Whether the model that answers can be the accurate one of a cascade. */
export const canCascade = ({ model, engine }: Pick<Running, 'model' | 'engine'>): boolean =>
  model === BASE && engine === 'kernel';

interface App {
  engine: EngineState;
  settings: Settings;
}

/** Whether a run can be scored by cascade: by the model that answers, or by the one that is on its way. */
export function cascadeOffered({ engine, settings }: App) {
  if (engine.running) return canCascade(engine.running);
  const onProcessor = settings.device !== 'webgpu';
  return (
    onProcessor && canCascade({ model: chosenModel(settings), engine: engineChoice(settings) })
  );
}

/** The gate of the next run; undefined where it is scored exactly. */
export const nextGate = ({
  cascade,
  ...app
}: App & { cascade: CascadeState }): number | undefined =>
  cascade.on && cascadeOffered(app) ? cascade.under : undefined;

/** @returns exact scoring for anything that is not a whole valid choice */
export function readCascade(kept: unknown): CascadeState {
  const result = v.safeParse(CascadeSettings, kept);
  return result.success ? { ...result.output, files: { phase: 'none' } } : NO_CASCADE;
}
