import type { RunModel } from '../core/runs.ts';
import { BUNDLED } from './catalogue.ts';
import { keyOf } from './chosen.ts';

/** How a bundled model can have been run. */
const WAYS = [
  ['q8', 'wasm', 'library'],
  ['q8', 'wasm', 'kernel'],
  ['q4', 'webgpu', 'library'],
] as const;

/**
 * The model that a key names, as a run knows it: one of ours by its content, a cascade of scale/ ("… under 0.7 …"), or any other
 * by what the key says of itself.
 */
export function modelNamed(key: string): RunModel {
  for (const model of BUNDLED)
    for (const [dtype, device, engine] of WAYS)
      if (keyOf(model, dtype, engine) === key) {
        const { id, title, uncertainBelow } = model;
        return { key, id, title, device, dtype, uncertainBelow };
      }
  const other: RunModel = {
    key,
    id: key,
    title: key.split(' ')[0]!,
    device: 'wasm',
    dtype: 'q8',
    uncertainBelow: 0,
  };
  const cascade = /^(.+) under ([\d.]+) (.+)$/.exec(key);
  if (!cascade) return other;
  const [small, accurate] = [modelNamed(cascade[1]!), modelNamed(cascade[3]!)];
  const title = `${small.title}, under ${cascade[2]} ${accurate.title}`;
  return { ...other, title, uncertainBelow: accurate.uncertainBelow };
}
