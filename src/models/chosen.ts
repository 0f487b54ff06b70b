import * as v from 'valibot';
import type { Answering } from '../core/predict.ts';
import type { Device, Dtype, EngineName, FileSpec, ModelSpec } from '../core/protocol.ts';
import { LABELS, type Label } from '../core/sentiment.ts';
import { BASE, BUNDLED, type BundledModel } from './catalogue.ts';
import { encoderOf, headOf, type OwnModel } from './own-model.ts';

/** A hub model as it was looked up and agreed to: enough to load it again without asking anyone. */
export const HubChoice = v.object({
  source: v.literal('hub'),
  id: v.string(),
  host: v.pipe(v.string(), v.url()),
  classes: v.array(v.picklist(LABELS)),
  files: v.array(
    v.object({
      name: v.string(),
      url: v.pipe(v.string(), v.url()),
      bytes: v.number(),
      sha256: v.exactOptional(v.string()),
    }),
  ),
});

export type HubChoice = v.InferOutput<typeof HubChoice>;
export type Chosen = BundledModel | HubChoice | OwnModel;

export function findBundled(id: string): BundledModel {
  return BUNDLED.find((model) => model.id === id) ?? BASE;
}

export const titleOf = (chosen: Chosen): string =>
  chosen.source === 'hub' ? chosen.id : chosen.title;

/** What its probabilities stand for, where that is not negative, neutral and positive. */
export const ownLabels = (chosen: Chosen): readonly string[] | undefined =>
  chosen.source === 'own' ? chosen.labels : undefined;

/** q8 on WASM, q4 on WebGPU, where int8 is slow and sometimes silently wrong. */
export const dtypeFor = (device: Device): Dtype => (device === 'wasm' ? 'q8' : 'q4');

/**
 * Hub models have no probe set to hold WebGPU against, so they run on WASM alone. So do the user's own: they were trained on
 * embeddings of the int8 weights.
 */
export const devicesOf = (chosen: Chosen): readonly Device[] =>
  chosen.source === 'bundled' ? ['webgpu', 'wasm'] : ['wasm'];

/**
 * Our kernel runs our own models on the processor. A user's own head stays with the library, whose embeddings it was trained
 * on: docs/decisions/0017.
 */
export const engineOf = (chosen: Chosen, device: Device, wanted: EngineName): EngineName =>
  chosen.source === 'bundled' && device === 'wasm' ? wanted : 'library';

/** @param base absolute address of the folder that holds the bundled models, with a slash at its end */
export function filesOf(chosen: Chosen, dtype: Dtype, base: string): FileSpec[] {
  if (chosen.source === 'hub') return chosen.files.map((file) => ({ ...file }));
  if (chosen.source === 'own') return filesOf(encoderOf(chosen), dtype, base);
  return chosen.files[dtype].map((file) => ({ ...file, url: `${base}${chosen.id}/${file.name}` }));
}

export function specOf(
  chosen: Chosen,
  device: Device,
  base: string,
  wanted: EngineName = 'library',
): ModelSpec {
  if (chosen.source === 'own') {
    const spec = specOf(encoderOf(chosen), device, base);
    return { ...spec, key: keyOf(chosen, spec.dtype), head: headOf(chosen) };
  }
  const { id } = chosen;
  const classes: readonly Label[] = chosen.classes;
  const host = chosen.source === 'hub' ? chosen.host : base;
  const dtype = dtypeFor(device);
  const engine = engineOf(chosen, device, wanted);
  return { id, key: keyOf(chosen, dtype, engine), device, dtype, engine, classes, host };
}

/**
 * Names the weights, by their content, the number format and the engine: the kernel rounds otherwise than the library,
 * whose keys are as they were before there was another.
 */
export function keyOf(chosen: Chosen, dtype: Dtype, engine: EngineName = 'library'): string {
  if (chosen.source === 'own') return `${chosen.id} ${keyOf(encoderOf(chosen), dtype)}`;
  const files = chosen.source === 'hub' ? chosen.files : chosen.files[dtype];
  const weights = files.find(({ name }) => name.endsWith('.onnx'));
  const parts = [chosen.id, dtype, weights?.sha256?.slice(0, 16) ?? weights?.bytes];
  return [...parts, ...(engine === 'kernel' ? [engine] : [])].join(' ');
}

/** What answered under a key. */
export const engineOfKey = (key: string): EngineName =>
  key.endsWith(' kernel') ? 'kernel' : 'library';

/** The threshold of the model's calibration, 0 to 1; 0 for a hub model, which brings none and is never called uncertain. */
export const uncertainBelow = (chosen: Chosen): number =>
  chosen.source === 'bundled' ? chosen.uncertainBelow : 0;

/** What predictions of the model need to be read; of a bundled one where none runs. */
export function answeringOf(chosen: Chosen = BASE): Answering {
  return { labels: ownLabels(chosen) ?? LABELS, uncertainBelow: uncertainBelow(chosen) };
}
