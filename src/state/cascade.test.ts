import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../core/failure.ts';
import type { Fetched } from '../core/protocol.ts';
import type { ScoreOptions, Timed } from '../core/scorer.ts';
import { BASE, SMALL } from '../models/catalogue.ts';
import { cascadeActions } from './cascade.ts';
import { cascadeOffered, nextGate, NO_CASCADE, readCascade } from './cascade-state.ts';
import { modelForRun } from './run-model.ts';
import type { Running } from './engine-state.ts';
import { createAppStore } from './store.ts';

const PROBES = readFileSync(
  new URL('../../public/models/sentiscope-small/probes.json', import.meta.url),
  'utf8',
);
const expected = new Map(
  (JSON.parse(PROBES) as { probes: { text: string; q8: number[] }[] }).probes.map(
    ({ text, q8 }) => [text, q8] as const,
  ),
);

function setUp({ wrong = false, offline = false } = {}) {
  const running = { model: BASE, engine: 'kernel' } as Running; // all that is read of it
  const store = createAppStore({ engine: { running, loading: { phase: 'none' } } });
  let isOffline = offline;
  const fetch = vi.fn(async (): Promise<Fetched> => {
    if (isOffline) throw new AppError({ code: 'offline', detail: 'test', subject: 'a file' });
    return { files: { 'probes.json': new Blob([PROBES]) } };
  });
  const score = vi.fn(async (texts: readonly string[], options?: ScoreOptions) => {
    expect(options?.cascade?.under).toBe(0);
    const rows = texts.flatMap((text) => (wrong ? [0.98, 0.01, 0.01] : expected.get(text)!));
    return { probabilities: Float32Array.from(rows) } as Timed; // all that is read of it
  });
  const kept: object[] = [];
  const cascade = cascadeActions({
    store,
    scorer: { fetch, score },
    modelBase: 'https://page.example/models/',
    keep: (settings) => void kept.push(settings),
    onKept: () => {},
  });
  const state = () => store.getState().cascade;
  return { store, cascade, fetch, score, kept, state, online: () => (isOffline = false) };
}

const { signal } = new AbortController();

describe('the choice', () => {
  it('is exact until another is made, and kept as soon as it is', async () => {
    const { cascade, kept, state } = setUp();
    expect(state()).toEqual(NO_CASCADE);
    await cascade.choose(true);
    cascade.setGate(0.8);
    expect(kept.at(-1)).toEqual({ on: true, under: 0.8 });
    expect(readCascade(kept.at(-1))).toMatchObject({ on: true, under: 0.8 });
  });

  it.each([null, 'x', { on: true }, { on: true, under: 0.123 }, { on: true, under: 0.7, cost: 7 }])(
    'is exact for anything kept that is not a whole valid one: %j',
    (kept) => expect(readCascade(kept)).toBe(NO_CASCADE),
  );

  it('is offered for the accurate model on our kernel alone', () => {
    const { store } = setUp();
    store.setState({ cascade: { ...NO_CASCADE, on: true } });
    const running = (change: Partial<Running>) => {
      const engine = { model: BASE, engine: 'kernel', ...change } as Running;
      store.setState({ engine: { running: engine, loading: { phase: 'none' } } });
      return nextGate(store.getState());
    };
    store.setState({ engine: { running: undefined, loading: { phase: 'checking' } } });
    expect(cascadeOffered(store.getState())).toBe(true); // it is on its way
    expect(running({})).toBe(NO_CASCADE.under);
    expect(running({ engine: 'library' })).toBeUndefined();
    expect(running({ model: SMALL })).toBeUndefined();
  });
});

describe('a run’s model', () => {
  const running = { model: BASE, engine: 'kernel', dtype: 'q8', device: 'wasm' } as Running;

  it('is a cascade where that was chosen and is possible', () => {
    const on = { on: true, under: 0.8 };
    expect(modelForRun(running, on, 1000).cascade).toMatchObject({ under: 0.8, check: 0.1 });
    expect(modelForRun({ ...running, engine: 'library' }, on, 1000).cascade).toBeUndefined();
    expect(modelForRun(running, { ...on, on: false }, 1000).cascade).toBeUndefined();
  });
});

describe('the small model', () => {
  it('is fetched when it is chosen, and once', async () => {
    const { cascade, fetch, state } = setUp();
    await cascade.choose(true);
    expect(state().files).toEqual({ phase: 'ready' });
    const order = await cascade.companion(signal);
    expect(await cascade.companion(signal)).toBe(order); // a worker that has it does not load it again
    expect(order.model).toMatchObject({ id: SMALL.id, engine: 'kernel' });
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('waits for the accurate one', async () => {
    const { store, cascade, fetch } = setUp();
    const { running } = store.getState().engine;
    store.setState({ engine: { running: undefined, loading: { phase: 'checking' } } });
    const chosen = cascade.choose(true);
    await new Promise((resolve) => setTimeout(resolve));
    expect(fetch).not.toHaveBeenCalled();
    store.setState({ engine: { running, loading: { phase: 'none' } } });
    await chosen;
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('must reproduce its probe set before it answers for anyone', async () => {
    const good = setUp();
    await good.cascade.companion(signal);
    await good.cascade.companion(signal);
    expect(good.score).toHaveBeenCalledOnce();
    const bad = setUp({ wrong: true });
    await expect(bad.cascade.companion(signal)).rejects.toMatchObject({
      failure: { code: 'wrong-output' },
    });
  });

  it('says by its name that it could not come, and comes when asked again', async () => {
    const { cascade, state, online } = setUp({ offline: true });
    await cascade.choose(true);
    const failure = { code: 'offline', subject: 'Sentiscope small' };
    expect(state()).toMatchObject({ on: true, files: { phase: 'failed', failure } });
    await expect(cascade.companion(signal)).rejects.toMatchObject({ failure });
    online();
    await cascade.prepare();
    expect(state().files).toEqual({ phase: 'ready' });
  });

  it('leaves no fault on show once exact scoring is chosen', async () => {
    const { cascade, state } = setUp({ offline: true });
    await cascade.choose(true);
    await cascade.choose(false);
    expect(state()).toMatchObject({ on: false, files: { phase: 'none' } });
  });
});

it('takes over the speeds of a run by cascade, and nothing of another', () => {
  const { cascade, state } = setUp();
  const work = { tokens: 0, paddedTokens: 0, scored: 0, duplicates: 0, cached: 0, activeMs: 0 };
  cascade.learn({ work });
  expect(state().cost).toBeUndefined();
  cascade.learn({
    work: {
      ...work,
      cascade: {
        ...{ texts: 10, sentOn: 2, tokens: 100, sentOnTokens: 20, tokenizeMs: 1, smallMs: 10 },
        ...{ accurateMs: 8, checked: 0, agreed: 0, checkedTokens: 0, checkMs: 0 },
      },
    },
  });
  expect(state().cost).toBeCloseTo(0.25);
});
