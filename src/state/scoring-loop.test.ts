import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AppError, type FailureCode } from '../core/failure.ts';
import { NO_WORK, type Kept, type RunModel, type Step } from '../core/runs.ts';
import type { ScoreOptions, Timed } from '../core/scorer.ts';
import { scoreBlocks } from './scoring-loop.ts';

const MODEL: RunModel = {
  key: 'm q8',
  id: 'm',
  title: 'M',
  device: 'wasm',
  dtype: 'q8',
  uncertainBelow: 0.6,
};
const fault = (code: FailureCode) => new AppError({ code, detail: 'test' });

/** An archive of blocks of texts that remembers what was kept, as the real one does: by text, within a block. */
function archiveOf(blocks: readonly (readonly string[])[]) {
  const kept = blocks.map(() => new Map<string, number>());
  const step = (): Step => {
    const done = kept.reduce(
      (sum, known, i) => sum + blocks[i]!.filter((text) => known.has(text)).length,
      0,
    );
    const rows = blocks.flat().length;
    return { rows, blocks: blocks.length, read: true, done, work: NO_WORK, status: 'open' };
  };
  return {
    kept,
    step,
    todo: async ({ block }: { block: number }) => {
      const texts = [...new Set(blocks[block])].filter((text) => !kept[block]!.has(text));
      return { texts, done: 0, rows: blocks[block]!.length, step: step() };
    },
    keep: async ({ block, texts, probabilities }: Kept) => {
      texts.forEach((text, i) => kept[block]!.set(text, probabilities[i * 3 + 2]!));
      return step();
    },
  };
}

const truth = (text: string) => Math.fround((text.length % 7) / 7);

async function scoreAll(texts: readonly string[]): Promise<Timed> {
  return {
    probabilities: new Float32Array(texts.flatMap((text) => [0, 0, truth(text)])),
    logits: new Float32Array(texts.length * 3),
    tokens: new Uint32Array(texts.length).fill(4),
    windows: new Uint16Array(texts.length).fill(1),
    paddedTokens: texts.length * 4,
    tokenizeMs: 0,
    inferenceMs: 1,
    postprocessMs: 0,
    queueMs: 0,
    roundTripMs: 1,
  };
}

function order(blocks: number, signal = new AbortController().signal) {
  const run = { id: 'r', model: MODEL };
  const hasBlock = async (block: number) => block < blocks;
  const steps: Step[] = [];
  return { run, hasBlock, signal, steps, onStep: (step: Step) => void steps.push(step) };
}

const files = fc.array(fc.array(fc.string({ maxLength: 300 }), { maxLength: 40 }), {
  maxLength: 5,
});

it('scores every text of every block once, and each row gets its own text’s answer', async () => {
  await fc.assert(
    fc.asyncProperty(files, async (blocks) => {
      const archive = archiveOf(blocks);
      const asked: string[] = [];
      const score = (texts: readonly string[]) => {
        asked.push(...texts);
        return scoreAll(texts);
      };
      await scoreBlocks({ archive, score }, order(blocks.length));
      expect(asked.length).toBe(blocks.reduce((sum, block) => sum + new Set(block).size, 0));
      archive.kept.forEach((known, i) => {
        for (const text of blocks[i]!) expect(known.get(text)).toBe(truth(text));
      });
    }),
    { numRuns: 60 },
  );
});

it('is the same after any number of interruptions as without one, and asks for no stored text again', async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.array(fc.nat(8), { maxLength: 4 }), async (blocks, stops) => {
      const archive = archiveOf(blocks);
      for (const calls of [...stops, Infinity]) {
        const page = new AbortController();
        let left = calls;
        const score = (texts: readonly string[], options?: ScoreOptions) => {
          archive.kept.forEach((known, i) =>
            texts.forEach((text) => {
              if (known.has(text))
                expect(blocks.some((b, j) => j !== i && b.includes(text))).toBe(true);
            }),
          );
          if (left-- <= 0) page.abort();
          options?.signal?.throwIfAborted();
          return scoreAll(texts);
        };
        await scoreBlocks({ archive, score }, order(blocks.length, page.signal)).catch(() => {});
      }
      expect(archive.step().done).toBe(blocks.flat().length);
    }),
    { numRuns: 60 },
  );
});

it('asks for the run’s own model, after everything live', async () => {
  const archive = archiveOf([['a']]);
  const seen: (ScoreOptions | undefined)[] = [];
  const score = (texts: readonly string[], options?: ScoreOptions) => {
    seen.push(options);
    return scoreAll(texts);
  };
  await scoreBlocks({ archive, score }, order(1));
  expect(seen).toEqual([expect.objectContaining({ priority: 'batch', model: 'm q8' })]);
});

it('sends the shortest texts of a block first', async () => {
  const archive = archiveOf([['ccc', 'a', 'bb']]);
  const asked: string[] = [];
  const score = (texts: readonly string[]) => {
    asked.push(...texts);
    return scoreAll(texts);
  };
  await scoreBlocks({ archive, score }, order(1));
  expect(asked).toEqual(['a', 'bb', 'ccc']);
});

it('tries again what a dying worker took along', async () => {
  const archive = archiveOf([['a']]);
  let calls = 0;
  const score = (texts: readonly string[]) =>
    ++calls < 3 ? Promise.reject(fault('worker-crashed')) : scoreAll(texts);
  await scoreBlocks({ archive, score }, order(1));
  expect(archive.step().done).toBe(1);
});

it('gives up after the third crash, and on anything that will not pass', async () => {
  for (const [code, calls] of [
    ['worker-crashed', 3],
    ['model-changed', 1],
    ['wrong-output', 1],
  ] as const) {
    let asked = 0;
    const score = () => {
      asked += 1;
      return Promise.reject(fault(code));
    };
    const work = scoreBlocks({ archive: archiveOf([['a']]), score }, order(1));
    await expect(work).rejects.toMatchObject({ failure: { code } });
    expect(asked).toBe(calls);
  }
});

it('tells of a step only once it is stored, and stops where nothing can be stored', async () => {
  const archive = archiveOf([['a', 'b']]);
  const keep = () => Promise.reject(fault('quota'));
  const given = order(1);
  const work = scoreBlocks({ archive: { ...archive, keep }, score: scoreAll }, given);
  await expect(work).rejects.toMatchObject({ failure: { code: 'quota' } });
  expect(given.steps.every(({ done }) => done === 0)).toBe(true);
});

it('waits for blocks that are still being read', async () => {
  const archive = archiveOf([['a'], ['b']]);
  let store = () => {};
  const stored = new Promise<void>((resolve) => (store = resolve));
  const given = {
    ...order(2),
    hasBlock: async (block: number) => {
      if (block === 1) await stored;
      return block < 2;
    },
  };
  const work = scoreBlocks({ archive, score: scoreAll }, given);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(archive.kept[1]!.size).toBe(0);
  store();
  await work;
  expect(archive.step().done).toBe(2);
});
