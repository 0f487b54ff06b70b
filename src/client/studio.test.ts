import { describe, expect, it } from 'vitest';
import { AppError } from '../core/failure.ts';
import type { Calls, Scored } from '../core/protocol.ts';
import type { Connection } from './connect.ts';
import { createStudio } from './studio.ts';

const RUNTIME = { mjs: 'r.mjs', wasm: { name: 'r.wasm', url: '/r.wasm', bytes: 9 } };

function scored(texts: readonly string[]): Scored {
  return {
    probabilities: new Float32Array(texts.length * 3),
    logits: new Float32Array(texts.length * 3),
    tokens: Uint32Array.from(texts, ({ length }) => length),
    windows: new Uint16Array(texts.length).fill(1),
    paddedTokens: 0,
    tokenizeMs: 0,
    inferenceMs: 0,
    postprocessMs: 0,
    embeddings: Float32Array.from(texts, ({ length }) => length),
  };
}

/** A studio over made workers; what each was asked, and a way to end it. */
function setUp({ failures = 0 } = {}) {
  const workers: { asked: [string, unknown][]; end: () => void }[] = [];
  const spawn = (): Connection<Calls> => {
    const asked: [string, unknown][] = [];
    const listeners: (() => void)[] = [];
    const end = () => listeners.splice(0).forEach((listener) => listener());
    const number = workers.push({ asked, end });
    const answers: Record<string, (input: never) => unknown> = {
      fetch: () => ({ files: { 'r.wasm': new Blob() } }),
      load: () => ({ loadMs: 1 }),
      count: (texts: string[]) => Uint32Array.from(texts, ({ length }) => length),
      score: ({ texts }: { texts: string[] }) => scored(texts),
    };
    return {
      async call(name, input, options) {
        options?.signal?.throwIfAborted();
        asked.push([name, input]);
        if (name === 'load' && number <= failures)
          throw new AppError({ code: 'out-of-memory', detail: 'test' });
        return answers[name]!(input as never) as never;
      },
      end,
      onEnd: (listener) =>
        void listeners.push(() => listener({ code: 'worker-crashed', detail: '' })),
    };
  };
  const studio = createStudio(spawn, { runtime: RUNTIME, modelBase: 'https://page.example/' });
  const calls = (worker: number) => workers[worker]!.asked.map(([name]) => name);
  return { studio, workers, calls };
}

describe('a worker of its own for each model', () => {
  it('starts once, with the model laid open, and stays', async () => {
    const { studio, workers, calls } = setUp();
    await Promise.all([
      studio.count('sentiscope-small', ['a']),
      studio.count('sentiscope-small', ['b']),
    ]);
    expect(workers).toHaveLength(1);
    expect(calls(0)).toEqual(['fetch', 'load', 'count', 'count']);
    expect(workers[0]!.asked[1]![1]).toMatchObject({
      model: { id: 'sentiscope-small', device: 'wasm', dtype: 'q8' },
      taps: { embedded: expect.any(String) as string },
    });
  });

  it('leaves one model running when another is looked at', async () => {
    const { studio, workers, calls } = setUp();
    await studio.count('sentiscope-small', ['a']);
    await studio.count('sentiscope-base', ['a']);
    await studio.count('sentiscope-small', ['a']);
    expect(workers).toHaveLength(2);
    expect(calls(0)).toEqual(['fetch', 'load', 'count', 'count']);
  });

  it('starts anew after its worker has died, and after a load that failed', async () => {
    const { studio, workers } = setUp({ failures: 1 });
    await expect(studio.count('sentiscope-small', ['a'])).rejects.toMatchObject({
      failure: { code: 'out-of-memory' },
    });
    await studio.count('sentiscope-small', ['a']);
    workers[1]!.end();
    await studio.count('sentiscope-small', ['a']);
    expect(workers).toHaveLength(3);
  });
});

describe('embedding', () => {
  it('asks for short chunks, tells how far it is, and puts the rows together in order', async () => {
    const { studio, calls } = setUp();
    const texts = Array.from({ length: 300 }, (_, i) => 'x'.repeat(1 + (i % 90)));
    const told: number[] = [];
    const { embeddings } = await studio.embed('sentiscope-small', texts, {
      onDone: (done) => told.push(done),
    });
    expect([...embeddings!]).toEqual(texts.map(({ length }) => length));
    expect(calls(0).filter((name) => name === 'score').length).toBe(told.length);
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)).toBe(300);
  });

  it('stops between chunks, and takes no empty list', async () => {
    const { studio, calls } = setUp();
    const run = new AbortController();
    const texts = Array<string>(300).fill('x'.repeat(80));
    const all = studio.embed('sentiscope-small', texts, {
      signal: run.signal,
      onDone: () => run.abort(),
    });
    await expect(all).rejects.toThrow();
    expect(calls(0).filter((name) => name === 'score')).toHaveLength(1);
    await expect(studio.embed('sentiscope-small', [])).rejects.toMatchObject({
      failure: { code: 'bad-input' },
    });
  });
});
