import * as v from 'valibot';
import type { EngineName } from '../core/protocol.ts';
import { HubChoice, findBundled, type Chosen } from '../models/chosen.ts';
import { OwnModel } from '../models/own-model.ts';

/** What the user chose, kept between visits. */
export const Settings = v.object({
  model: v.union([v.object({ source: v.literal('bundled'), id: v.string() }), HubChoice, OwnModel]),
  device: v.picklist(['auto', 'wasm', 'webgpu']),
  /** What runs our own models on the processor; the kernel when absent. */
  engine: v.exactOptional(v.picklist(['kernel', 'library'])),
  /** Automatic when absent. */
  workers: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8))),
});

export type Settings = v.InferOutput<typeof Settings>;
export type DeviceChoice = Settings['device'];

export const engineChoice = ({ engine }: Settings): EngineName => engine ?? 'kernel';

export const DEFAULT_SETTINGS: Settings = {
  model: { source: 'bundled', id: 'sentiscope-base' },
  device: 'auto',
};

/** @returns the defaults for anything that is not a whole valid setting, such as one of an older release */
export function readSettings(kept: unknown): Settings {
  const result = v.safeParse(Settings, kept);
  return result.success ? result.output : DEFAULT_SETTINGS;
}

export const chosenModel = ({ model }: Settings): Chosen =>
  model.source === 'bundled' ? findBundled(model.id) : model;
