import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { planCells } from '../../core/bench/cells.ts';
import { BenchResult } from '../../core/bench/result.ts';
import { AppError } from '../../core/failure.ts';
import { makeBench, SMALL_SETTINGS } from './made-bench.ts';

const rounded = (result: BenchResult) =>
  result.cells.filter(({ cell }) => cell.scenario !== 'server');

/** How often each text was scored by a cell. */
function tally({ samples }: BenchResult['cells'][number]): Map<number, number> {
  const times = new Map<number, number>();
  for (const text of samples.flatMap(({ texts }) => texts))
    times.set(text, (times.get(text) ?? 0) + 1);
  return times;
}

describe('a benchmark run', () => {
  it('leaves a result of the schema, on show and kept', async () => {
    const { bench, store, kept } = makeBench();
    const result = await bench.run(SMALL_SETTINGS);
    expect(v.parse(BenchResult, JSON.parse(JSON.stringify(result)))).toEqual(result);
    expect(result).toMatchObject({ complete: true, warnings: [], discarded: 0, guess: null });
    expect(store.getState().bench).toMatchObject({ phase: 'done', result: { id: result.id } });
    expect([...kept.values()]).toEqual([result]);
    expect(store.getState().benchShelf.saved).toHaveLength(1);
  });

  it('measures every planned cell, each in every round with equally many texts', async () => {
    const result = await makeBench().bench.run(SMALL_SETTINGS);
    expect(
      rounded(result)
        .map(({ cell }) => cell.id)
        .toSorted(),
    ).toEqual(
      planCells(SMALL_SETTINGS)
        .map(({ id }) => id)
        .toSorted(),
    );
    const [first] = rounded(result);
    expect(first!.rounds.length).toBeGreaterThan(1);
    for (const { rounds } of rounded(result)) {
      expect(rounds.map(({ round }) => round)).toEqual(first!.rounds.map(({ round }) => round));
      expect(new Set(rounds.map(({ reviews }) => reviews))).toEqual(
        new Set([result.texts.perRound]),
      );
    }
  });

  it('gives every cell the same texts over a whole turn of rounds', async () => {
    const result = await makeBench().bench.run({ ...SMALL_SETTINGS, scenarios: ['offline'] });
    const turn = result.texts.count / result.texts.perRound;
    for (const cell of rounded(result)) {
      const whole = Math.floor(cell.rounds.length / turn) * turn;
      const samples = cell.samples.filter(({ round }) => round < whole);
      const times = tally({ ...cell, samples });
      expect(times.size).toBe(result.texts.count);
      expect(new Set(times.values())).toEqual(new Set([whole / turn]));
    }
  });

  it('stops at the time cap, at the end of a round', async () => {
    const { bench } = makeBench();
    const result = await bench.run({ ...SMALL_SETTINGS, seconds: 5, scenarios: ['offline'] });
    const ends = rounded(result).map(({ samples }) => samples.at(-1)!.atMs);
    expect(Math.max(...ends)).toBeGreaterThan(3000);
    expect(Math.max(...ends)).toBeLessThan(7000);
  });

  it('needs no more than 30 rounds and 30 samples of each cell', async () => {
    const { bench } = makeBench();
    const result = await bench.run({ ...SMALL_SETTINGS, models: ['vader'], seconds: 900 });
    expect(rounded(result)[0]!.rounds).toHaveLength(30);
  });

  it('draws the same texts in the same order for the same seed, with labels in their shares', async () => {
    const settings = { ...SMALL_SETTINGS, models: ['vader'] };
    const a = await makeBench().bench.run(settings);
    const b = await makeBench().bench.run(settings);
    const c = await makeBench().bench.run({ ...settings, seed: 8 });
    expect(b.texts).toEqual(a.texts);
    expect(c.engines[0]!.tokens).not.toEqual(a.engines[0]!.tokens);
    for (const label of [0, 1, 2]) {
      const share = a.texts.given.filter((given) => given === label).length / a.texts.count;
      expect(share).toBeCloseTo(1 / 3, 1);
    }
  });

  it('records of an engine what it is, what it cost to load and how it got warm', async () => {
    const { bench, opened } = makeBench();
    const models = ['sentiscope-small', 'vader', 'bag-of-words'];
    const result = await bench.run({ ...SMALL_SETTINGS, models });
    const [small, vader, words] = result.engines;
    expect(small).toMatchObject({
      id: 'sentiscope-small wasm',
      kind: 'transformer',
      dtype: 'q8',
      tolerance: 0.131,
      pads: true,
      files: { network: true, ms: 100 },
      loadMs: [50, 50],
    });
    expect(small!.warmUp).toHaveLength(8); // two batch sizes, four length buckets
    expect(small!.warmUp.every(({ settled }) => settled)).toBe(true);
    expect(vader).toMatchObject({ kind: 'lexicon', key: 'vader-sentiment 4', trainedOn: null });
    expect(words).toMatchObject({ kind: 'linear', files: null, trainedOn: 96 });
    expect(opened.map(({ workers }) => workers)).toEqual([2, 1, 1]);
  });

  it('scores made texts of fixed lengths, each length on its own', async () => {
    const texts = { kind: 'tokens', lengths: [8, 64] } as const;
    const { bench } = makeBench();
    const result = await bench.run({
      ...SMALL_SETTINGS,
      models: ['sentiscope-small'],
      texts: { ...texts, lengths: [8, 64] },
    });
    expect(result.texts.given.every((given) => given === null)).toBe(true);
    for (const { cell, samples } of rounded(result))
      for (const sample of samples) {
        const { tokens } = result.engines[0]!;
        expect(sample.texts.map((text) => tokens[text])).toEqual(
          sample.texts.map(() => cell.tokens),
        );
      }
  });
});

describe('the check of timed answers', () => {
  it('fails a run whose timed answer differs, keeps nothing and lets the workers go', async () => {
    let timed = 0;
    const { bench, store, kept, stillOpen } = makeBench({
      onRequest({ texts, probabilities }) {
        const { bench } = store.getState();
        if (bench.phase !== 'running' || bench.step.kind !== 'rounds' || texts.length > 1) return;
        if (++timed === 5) probabilities.reverse().fill(1 / 3);
      },
    });
    await expect(bench.run(SMALL_SETTINGS)).rejects.toMatchObject({
      failure: { code: 'bench-wrong' },
    });
    expect(store.getState().bench).toMatchObject({ phase: 'failed' });
    expect(kept.size).toBe(0);
    expect(stillOpen()).toBe(0);
  });

  /** Moves the label of `share` of the texts, by their number, whenever they have company. */
  const moved = (share: number) =>
    makeBench({
      onRequest({ texts, probabilities }) {
        texts.forEach((text, i) => {
          if (texts.length > 1 && Number(/\d+$/.exec(text)![0]) % 100 < share * 100)
            probabilities.set([...probabilities.slice(i * 3, i * 3 + 3)].toReversed(), i * 3);
        });
      },
    });

  it('counts labels that flip in company, and lets one text in twenty pass', async () => {
    const result = await moved(0.06).bench.run({ ...SMALL_SETTINGS, models: ['sentiscope-small'] });
    const checks = rounded(result).map(({ cell, check }) => ({ ...cell, ...check }));
    const alone = checks.filter(({ batchSize }) => batchSize === 1);
    const company = checks.filter(({ batchSize }) => batchSize > 1);
    expect(alone.every(({ flips, beyond }) => flips === 0 && beyond === 0)).toBe(true);
    for (const { flips, beyond, labelled, correct, correctAlone } of company) {
      expect(flips).toBeGreaterThan(0);
      expect(beyond).toBeGreaterThanOrEqual(flips);
      expect(Math.abs(correct - correctAlone)).toBeLessThanOrEqual(flips);
      expect(labelled).toBe(result.texts.count);
    }
  });

  it('fails where company moves a third of the texts', async () => {
    await expect(moved(0.4).bench.run(SMALL_SETTINGS)).rejects.toMatchObject({
      failure: { code: 'bench-wrong', subject: 'Sentiscope small' },
    });
  });
});

describe('a hidden tab', () => {
  it('throws the round away and does it again', async () => {
    const paused: boolean[] = [];
    const { bench, store, page, clock } = makeBench({
      onRequest({ number }) {
        if (number !== 1500) return;
        page.hide();
        void clock.until(clock.now() + 1000).then(() => page.show());
      },
    });
    store.subscribe(({ bench }) => {
      if (bench.phase === 'running' && paused.at(-1) !== bench.paused) paused.push(bench.paused);
    });
    const result = await bench.run({ ...SMALL_SETTINGS, scenarios: ['single-stream', 'offline'] });
    expect(result).toMatchObject({ discarded: 1, complete: true, warnings: ['hidden'] });
    expect(paused).toEqual([false, true, false]);
    const counts = rounded(result).map(({ rounds }) => rounds.map(({ round }) => round));
    for (const rounds of counts) expect(rounds).toEqual(rounds.map((_, i) => i));
    for (const { rounds, samples } of rounded(result))
      expect(samples.flatMap(({ texts }) => texts)).toHaveLength(
        rounds.length * result.texts.perRound,
      );
  });

  it('throws a rate of arrivals away and does it again', async () => {
    const settings = { ...SMALL_SETTINGS, scenarios: ['server' as const], rates: [20] };
    let hid = false;
    const { bench, store, page, clock } = makeBench({
      onRequest() {
        const { bench } = store.getState();
        if (hid || bench.phase !== 'running' || bench.step.kind !== 'server') return;
        hid = true;
        page.hide();
        void clock.until(clock.now() + 1000).then(() => page.show());
      },
    });
    const result = await bench.run(settings);
    expect(result.discarded).toBe(1);
    expect(result.cells.map(({ samples }) => samples.length)).toEqual([100]);
  });
});

describe('the Server scenario', () => {
  it('counts a request’s time from its arrival, the queue included', async () => {
    const result = await makeBench().bench.run({
      ...SMALL_SETTINGS,
      scenarios: ['server'],
      rates: [5, 900],
    });
    const [slow, fast] = [5, 900].map(
      (rate) => result.cells.find(({ cell }) => cell.rate === rate)!.samples,
    );
    for (const { ms, queueMs, inferenceMs } of [...slow!, ...fast!])
      expect(ms).toBeCloseTo(queueMs + inferenceMs, 6);
    const last = (samples: typeof slow) => samples!.at(-1)!.queueMs;
    expect(last(fast)).toBeGreaterThan(100); // more arrive than can be answered
    expect(last(slow)).toBeLessThan(10);
  });

  it('takes shares of the measured capacity where no rates are given', async () => {
    const result = await makeBench().bench.run(SMALL_SETTINGS);
    const served = result.cells.filter(({ cell }) => cell.scenario === 'server');
    expect(served.length).toBeGreaterThan(1);
    for (const { cell, samples } of served) {
      expect(cell.engine).toBe('sentiscope-small wasm');
      expect(samples.length).toBeGreaterThanOrEqual(10);
    }
  });
});

describe('cancelling', () => {
  it('keeps complete rounds', async () => {
    const { bench, store, stillOpen } = makeBench();
    store.subscribe(({ bench: { phase, ...now } }) => {
      if (phase === 'running' && 'step' in now && now.step.kind === 'rounds' && now.step.done === 2)
        bench.cancel();
    });
    const result = await bench.run(SMALL_SETTINGS);
    expect(result).toMatchObject({ complete: false, warnings: ['cancelled'], paintMs: [] });
    expect(new Set(result.cells.map(({ rounds }) => rounds.length))).toEqual(new Set([2]));
    expect(v.is(BenchResult, result)).toBe(true);
    expect(stillOpen()).toBe(0);
    expect(store.getState().bench.phase).toBe('done');
  });

  it('leaves nothing before the first round is complete', async () => {
    const { bench, store, kept, stillOpen } = makeBench();
    store.subscribe(({ bench: now }) => {
      if (now.phase === 'running' && now.step.kind === 'alone') bench.cancel();
    });
    await bench.start();
    expect(store.getState().bench).toEqual({ phase: 'idle' });
    expect(kept.size).toBe(0);
    expect(stillOpen()).toBe(0);
  });
});

describe('a run that cannot begin', () => {
  it('is refused while another is under way, which goes on', async () => {
    const { bench, store } = makeBench();
    const first = bench.run(SMALL_SETTINGS);
    await expect(bench.run(SMALL_SETTINGS)).rejects.toMatchObject({
      failure: { code: 'bench-running' },
    });
    expect(store.getState().bench.phase).toBe('running');
    await first;
    expect(store.getState().bench.phase).toBe('done');
  });

  it('is refused with the path of a wrong setting', async () => {
    const { bench, store } = makeBench();
    await expect(bench.run({ batchSizes: [1, 65] })).rejects.toMatchObject({
      failure: { code: 'bad-input', subject: 'The setting “batchSizes.1”' },
    });
    expect(store.getState().bench.phase).toBe('failed');
    bench.close();
    expect(store.getState().bench).toEqual({ phase: 'idle' });
  });

  it('lets the workers go when one of them fails', async () => {
    const { bench, stillOpen } = makeBench({
      onRequest({ number }) {
        if (number === 700) throw new AppError({ code: 'worker-crashed', detail: 'killed' });
      },
    });
    await expect(bench.run(SMALL_SETTINGS)).rejects.toMatchObject({
      failure: { code: 'worker-crashed' },
    });
    expect(stillOpen()).toBe(0);
  });
});

describe('what cannot be kept', () => {
  it('is shown all the same, with the reason', async () => {
    const full = { code: 'quota', detail: 'full' } as const;
    const { bench, store, archive } = makeBench();
    archive.keepBenchmark = () => Promise.reject(new AppError(full));
    await bench.run({ ...SMALL_SETTINGS, models: ['vader'] });
    expect(store.getState().bench).toMatchObject({ phase: 'done', notKept: full });
  });
});
