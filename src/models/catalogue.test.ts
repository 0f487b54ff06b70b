import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BUNDLED, HUB } from './catalogue.ts';
import { compareProbes, readProbes } from './probes.ts';

const read = (id: string, name: string) =>
  readFileSync(new URL(`../../public/models/${id}/${name}`, import.meta.url));
const readJson = (id: string, name: string): unknown => JSON.parse(read(id, name).toString());

interface Metrics {
  q8: { n: number; threeClass: { accuracy: number; interval95: [number, number] } };
}

describe.each(BUNDLED)('$id', ({ id, files, accuracy, uncertainBelow, classes }) => {
  it.each([...files.q8, ...files.q4])('has the file it promises: $name', (file) => {
    const content = read(id, file.name);
    expect(content.length).toBe(file.bytes);
    expect(createHash('sha256').update(content).digest('hex')).toBe(file.sha256);
  });

  it.each([
    ['everyday', 'reviews (everyday, own)'],
    ['hard', 'reviews (hard, own)'],
  ] as const)('states the measured accuracy: %s', (key, set) => {
    const { q8 } = (readJson(id, 'metrics.json') as Record<string, Metrics>)[set]!;
    expect(accuracy[key]).toEqual({
      percent: q8.threeClass.accuracy,
      interval: q8.threeClass.interval95,
      texts: q8.n,
    });
  });

  it('calls uncertain what its calibration does', () => {
    expect(readJson(id, 'calibration.json')).toMatchObject({ uncertainBelow });
  });

  it('names its classes in the order of its logits', () => {
    expect(readJson(id, 'config.json')).toMatchObject({ id2label: { ...classes } });
  });

  it('has a probe set that its own recorded answers pass, for either dtype', () => {
    const json = readJson(id, 'probes.json') as { probes: Record<'q8' | 'q4', number[]>[] };
    const set = readProbes(json);
    for (const dtype of ['q8', 'q4'] as const) {
      const answers = Float32Array.from(json.probes.flatMap((probe) => probe[dtype]));
      expect(compareProbes(set, dtype, answers).ok).toBe(true);
    }
  });
});

describe('HUB', () => {
  it('names each model by owner and name', () => {
    for (const { id } of HUB) expect(id).toMatch(/^[\w.-]+\/[\w.-]+$/);
  });
});
