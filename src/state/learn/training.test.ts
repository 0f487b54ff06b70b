import { describe, expect, it } from 'vitest';
import { createRandom } from '../../core/bench/random.ts';
import { AppError } from '../../core/failure.ts';
import type { Examples } from '../../core/learn/train/examples.ts';
import type { Studio } from '../../core/learn/studio.ts';
import type { Trainer } from '../../core/learn/train/trainer.ts';
import type { Asks } from '../../core/wire.ts';
import { SMALL } from '../../models/catalogue.ts';
import { OwnModel, ownId } from '../../models/own-model.ts';
import * as v from 'valibot';
import { createAppStore } from '../store.ts';
import { createEmbeddings } from './embeddings.ts';
import { madeTrainer } from '../../trainer/made-trainer.ts';
import { madeEmbed, madeExamples, madeInspection } from './made-training.ts';
import { FIRST_TRAIN_SETUP, type Training, type TrainSetup } from './train-state.ts';
import { trainingActions } from './training.ts';

const setupOf = (examples: Examples): TrainSetup => ({
  ...FIRST_TRAIN_SETUP,
  encoder: SMALL.id,
  data: {
    phase: 'open',
    file: new File(['x'], 'a.csv'),
    inspection: madeInspection(),
    text: 0,
    label: 1,
    content: { phase: 'ready', all: examples, examples, skipped: 0 },
  },
});

function setUp({
  examples = madeExamples(),
  embed = madeEmbed,
  ...fakes
}: Partial<Asks<Trainer>> & { examples?: Examples; embed?: Studio['embed'] } = {}) {
  const store = createAppStore({ trainSetup: setupOf(examples) });
  const actions = trainingActions({
    store,
    embedAll: createEmbeddings({ embed }),
    trainer: { ...madeTrainer(), ...fakes },
    now: () => 0,
    today: () => 1_000,
  });
  const state = () => store.getState().training;
  const at = <P extends Training['phase']>(phase: P) => {
    const now = state();
    if (now.phase !== phase) throw new Error(`${now.phase} instead of ${phase}`);
    return now as Extract<Training, { phase: P }>;
  };
  const steps = () => at('training').points.map(({ step }) => step);
  return { ...actions, store, state, at, steps };
}

/** A trainer whose lots wait until they are let go, one by one. */
function heldTrainer() {
  const real = madeTrainer();
  const held: (() => void)[] = [];
  return {
    held,
    ...real,
    step: async (lot: Trainer['step']['input']) => {
      await new Promise<void>((resolve) => held.push(resolve));
      return real.step(lot);
    },
  };
}
const settle = () => new Promise((resolve) => setTimeout(resolve));
const crash = () => Promise.reject(new AppError({ code: 'worker-crashed', detail: 'test' }));
const upTo = (last: number) => Array.from({ length: last + 1 }, (_, i) => i);

it('trains to the end and judges the best step on texts it has not seen', async () => {
  const { start, at } = setUp();
  await start();
  const { points, result, plan } = at('done');
  expect(points.map(({ step }) => step)).toEqual(upTo(points.length - 1));
  expect(result.parts).toEqual({ train: 56, validation: 12, test: 12 });
  expect(result.model.trained).toMatchObject({ right: 12, of: 12, texts: 80, at: 1_000 });
  expect(result.trained.majority.right).toBe(6);
  expect(result.wrong).toEqual([]);
  expect(result.bundled).toBeUndefined();
  expect(plan).toMatchObject({ file: 'a.csv', column: 'label' });
});

it('makes a model that can be kept: its schema and its id agree with what it holds', async () => {
  const { start, at } = setUp();
  await start();
  const model = { ...at('done').result.model, title: 'mine' };
  expect(v.parse(OwnModel, JSON.parse(JSON.stringify(model)))).toEqual(model);
  expect(ownId(model)).toBe(model.id);
});

it('asks the bundled model where the labels are its own', async () => {
  const { start, at } = setUp({ examples: madeExamples(['Negative', 'positive']) });
  await start();
  const { bundled, parts } = at('done').result;
  expect(bundled).toEqual({ right: 6, onlyTrained: parts.test / 2, onlyBundled: 0 });
});

it('tells apart texts whose labels were dealt at random no better than chance', async () => {
  const made = madeExamples(['x', 'y'], 200);
  const random = createRandom(9);
  const targets = made.targets.map(() => Number(random() < 0.5));
  const { start, at } = setUp({ examples: { ...made, targets } });
  await start();
  const { right, of } = at('done').result.model.trained;
  expect(right / of).toBeLessThan(0.7);
});

describe('pause', () => {
  it('keeps the steps under way and takes no more', async () => {
    const { held, ...trainer } = heldTrainer();
    const { start, pause, steps, at } = setUp(trainer);
    const started = start();
    await settle();
    pause();
    held.shift()!();
    await started;
    expect(steps()).toEqual([0, 1, 2]);
    expect(at('training').paused).toBe(true);
    expect(held).toEqual([]);
  });

  it('and go on before the lot is back loses no step and starts no second loop', async () => {
    const { held, ...trainer } = heldTrainer();
    const { start, pause, resume, steps } = setUp(trainer);
    void start();
    await settle();
    pause();
    void resume();
    pause();
    void resume();
    await settle();
    expect(held).toHaveLength(1);
    for (let i = 0; i < 3; i++) {
      held.shift()!();
      await settle();
    }
    expect(steps()).toEqual(upTo(6));
    expect(held).toHaveLength(1);
  });
});

describe('one step', () => {
  it('begins a paused training', async () => {
    const { step, steps, at } = setUp();
    await step();
    expect(steps()).toEqual([0]);
    expect(at('training').paused).toBe(true);
  });

  it('is one step each, in order, however fast it is pressed', async () => {
    const { step, steps } = setUp();
    await step();
    await Promise.all([step(), step(), step()]);
    expect(steps()).toEqual(upTo(3));
  });

  it('pauses a training that goes on, after the lot under way', async () => {
    const { held, ...trainer } = heldTrainer();
    const { start, step, steps, at } = setUp(trainer);
    void start();
    await settle();
    const stepped = step();
    held.shift()!();
    await settle();
    held.shift()!();
    await stepped;
    expect(steps()).toEqual(upTo(3));
    expect(at('training').paused).toBe(true);
  });

  it('goes to the end when pressed long enough, and no further', async () => {
    const { step, at, state } = setUp();
    await step();
    while (state().phase === 'training') await step();
    const { points, result } = at('done');
    expect(points).toHaveLength(points.at(-1)!.step + 1);
    expect(result.trained.best.step).toBeLessThanOrEqual(points.at(-1)!.step);
  });
});

it('finishes with the best step so far when asked to', async () => {
  const { step, finish, at } = setUp();
  await step();
  await step();
  await step();
  await finish();
  expect(at('done').result.model.trained.steps).toBe(2);
});

it('gets the same weights whether it was paused, stepped or left alone', async () => {
  const alone = setUp();
  await alone.start();
  const stepped = setUp();
  await stepped.step();
  await Promise.all([stepped.step(), stepped.step()]);
  await stepped.resume();
  expect(stepped.at('done').result.model.id).toBe(alone.at('done').result.model.id);
});

describe('reset', () => {
  it('forgets the training; what was under way draws nothing more', async () => {
    const { held, ...trainer } = heldTrainer();
    const { start, reset, state } = setUp(trainer);
    const started = start();
    await settle();
    reset();
    held.shift()!();
    await started;
    expect(state()).toEqual({ phase: 'idle' });
  });

  it('gives up the reading of texts, and the next start goes on where it was', async () => {
    const read: number[] = [];
    let stop = () => {};
    const { start, reset, state, at } = setUp({
      examples: madeExamples(['late', 'fine'], 120),
      embed: async (model, texts, options) => {
        read.push(texts.length);
        const scored = await madeEmbed(model, texts, options);
        stop();
        return scored;
      },
    });
    stop = reset;
    await start();
    expect(state()).toEqual({ phase: 'idle' });
    stop = () => {};
    await start();
    expect(read).toEqual([100, 100, 40]);
    expect(at('done').result.parts.test).toBe(36);
  });
});

it('leaves a training alone when another file is opened meanwhile', async () => {
  const { held, ...trainer } = heldTrainer();
  const { start, store, at } = setUp(trainer);
  const started = start();
  await settle();
  store.setState({ trainSetup: setupOf(madeExamples(['x', 'y', 'z'])) });
  const pump = setInterval(() => held.shift()?.());
  await started;
  clearInterval(pump);
  expect(at('done').result.model.labels).toEqual(['fine', 'late']);
});

it('replaces a training by a new one; the old one says nothing any more', async () => {
  const { held, ...trainer } = heldTrainer();
  const { start, steps } = setUp(trainer);
  void start();
  await settle();
  void start();
  await settle();
  held.shift()!(); // the old lot
  await settle();
  expect(steps()).toEqual([0]);
});

describe('a crash', () => {
  it('in the middle of training fails it with a reason, and it can be started again', async () => {
    let broken = true;
    const real = madeTrainer();
    const { start, state, at } = setUp({
      ...real,
      step: (lot) => (broken ? crash() : real.step(lot)),
    });
    await start();
    expect(state()).toMatchObject({ phase: 'failed', failure: { code: 'worker-crashed' } });
    broken = false;
    await start();
    expect(at('done').result.parts.test).toBe(12);
  });

  it('while texts are read, or while the result is made, does too', async () => {
    const reading = setUp({ embed: crash });
    await reading.start();
    expect(reading.state()).toMatchObject({ phase: 'failed' });
    const finishing = setUp({ finish: crash });
    await finishing.start();
    expect(finishing.state()).toMatchObject({ phase: 'failed' });
  });
});

it('needs examples', async () => {
  const { start, store, state } = setUp();
  store.setState({ trainSetup: FIRST_TRAIN_SETUP });
  await start();
  expect(state()).toMatchObject({ phase: 'failed', failure: { code: 'bad-input' } });
});

it('takes settings within their ranges alone', () => {
  const { change, store } = setUp();
  const settings = () => store.getState().trainSetup.settings;
  change({ l2: 1, seed: 7 });
  change({ l2: -1 });
  change({ l2: 11 });
  change({ seed: 1.5 });
  change({ seed: NaN });
  expect(settings()).toMatchObject({ l2: 1, seed: 7 });
});

describe('the learning curve', () => {
  it('grows to the whole training part, and ends where the training did', async () => {
    const { start, learn, at } = setUp();
    await start();
    await learn();
    const { curve, result } = at('done');
    if (curve.phase !== 'done') throw new Error(curve.phase);
    const sizes = curve.points.map(({ texts }) => texts);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(curve.points.at(-1)).toMatchObject({
      texts: result.parts.train,
      right: result.model.trained.right,
    });
  });

  it('can be given up', async () => {
    const { start, learn, stopLearning, at } = setUp();
    await start();
    const learning = learn();
    await settle();
    stopLearning();
    await learning;
    expect(at('done').curve).toEqual({ phase: 'none' });
  });

  it('needs no worker that remembers the training', async () => {
    const { start, learn, at } = setUp({ learningCurve: madeTrainer().learningCurve });
    await start();
    await learn();
    expect(at('done').curve.phase).toBe('done');
  });

  it('that fails leaves the result where it is', async () => {
    const { start, learn, at } = setUp({ learningCurve: crash });
    await start();
    await learn();
    expect(at('done').curve).toMatchObject({ phase: 'failed' });
  });
});
