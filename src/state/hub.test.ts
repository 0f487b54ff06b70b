import { describe, expect, it } from 'vitest';
import { AppError } from '../core/failure.ts';
import type { HubListing } from '../core/hub.ts';
import type { HubChoice } from '../models/chosen.ts';
import { hubActions } from './hub.ts';
import { createAppStore } from './store.ts';

const LISTING: HubListing = {
  files: [
    { name: 'config.json', url: 'https://hub.example/c', bytes: 500 },
    { name: 'onnx/model_quantized.onnx', url: 'https://hub.example/m', bytes: 9500 },
  ],
  id2label: { 0: 'LABEL_0', 1: 'POSITIVE' },
};

function setUp(lookUp: (id: string, host: string) => Promise<HubListing> = async () => LISTING) {
  const store = createAppStore();
  const chosen: HubChoice[] = [];
  const chooseModel = async (model: HubChoice) => void chosen.push(model);
  return { store, chosen, ...hubActions({ store, lookUp, chooseModel }) };
}

describe('choosing a hub model', () => {
  it('shows files, bytes and classes, and downloads nothing yet', async () => {
    const { look, store, chosen } = setUp();
    await look('a/b', 'https://hub.example');
    expect(store.getState().hub).toMatchObject({
      phase: 'found',
      host: 'https://hub.example/',
      bytes: 10_000,
      names: ['LABEL_0', 'POSITIVE'],
      classes: [undefined, 'positive'],
    });
    expect(chosen).toEqual([]);
  });

  it('waits until every class has a meaning', async () => {
    const { look, agree, setClass, store, chosen } = setUp();
    await look('a/b', 'https://hub.example/');
    await agree();
    expect(chosen).toEqual([]);
    setClass(0, 'negative');
    await agree();
    expect(chosen).toEqual([
      {
        source: 'hub',
        id: 'a/b',
        host: 'https://hub.example/',
        classes: ['negative', 'positive'],
        files: LISTING.files,
      },
    ]);
    expect(store.getState().hub).toEqual({ phase: 'idle' });
  });

  it('shows a failure', async () => {
    const { look, store } = setUp(() =>
      Promise.reject(new AppError({ code: 'file-missing', detail: 'HTTP 401', subject: 'a/b' })),
    );
    await look('a/b', 'https://hub.example/');
    expect(store.getState().hub).toMatchObject({ phase: 'failed', failure: { subject: 'a/b' } });
  });

  it('ignores an answer that is no longer wanted', async () => {
    const answers: ((listing: HubListing) => void)[] = [];
    const { look, close, store } = setUp(() => new Promise((resolve) => answers.push(resolve)));
    const first = look('a/b', 'https://hub.example/');
    const second = look('c/d', 'https://hub.example/');
    answers[0]!(LISTING);
    await first;
    expect(store.getState().hub).toMatchObject({ phase: 'looking', id: 'c/d' });
    close();
    answers[1]!(LISTING);
    await second;
    expect(store.getState().hub).toEqual({ phase: 'idle' });
  });
});
