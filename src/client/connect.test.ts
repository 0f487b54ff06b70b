import { afterEach, expect, it } from 'vitest';
import { AppError } from '../core/failure.ts';
import type { Calls, Scored, ScoreOrder } from '../core/protocol.ts';
import { serve } from '../core/serve.ts';
import type { Answers } from '../core/wire.ts';
import { connect } from './connect.ts';

const open: MessagePort[] = [];
afterEach(() => open.splice(0).forEach((port) => port.close()));

const scored = (probability = 1): Scored => ({
  probabilities: new Float32Array([0, 0, probability]),
  logits: new Float32Array([0, 0, 1]),
  tokens: new Uint32Array([3]),
  windows: new Uint16Array([1]),
  paddedTokens: 3,
  tokenizeMs: 1,
  inferenceMs: 2,
  postprocessMs: 0,
});
const order = (...texts: string[]): ScoreOrder => ({ texts, batchTokens: 64, pieces: false });

/** Both ends of the real protocol in one thread, over a real structured clone. */
function connectionOver(engine: Partial<Answers<Calls>>) {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const unused = () => Promise.reject(new Error('not under test'));
  serve<Calls>(port2, {
    fetch: unused,
    load: unused,
    accompany: unused,
    score: unused,
    look: unused,
    count: unused,
    tick: unused,
    ...engine,
  });
  const connection = connect<Calls>(port1, () => {});
  port1.start(); // a MessagePort, unlike a Worker, waits for this
  port2.start();
  return connection;
}

it('carries an answer and its arrays across', async () => {
  const { call } = connectionOver({ score: async () => scored(0.5) });
  const { probabilities, tokens } = await call('score', order('x'));
  expect([...probabilities]).toEqual([0, 0, 0.5]);
  expect(tokens).toBeInstanceOf(Uint32Array);
});

it('never runs two calls at once, and answers in order', async () => {
  let running = 0;
  const { call } = connectionOver({
    async score({ texts }) {
      expect(++running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5 - Number(texts[0])));
      running -= 1;
      return scored(Number(texts[0]));
    },
  });
  const answers = await Promise.all(['1', '2', '3'].map((text) => call('score', order(text))));
  expect(answers.map(({ probabilities }) => probabilities[2])).toEqual([1, 2, 3]);
});

it('reports progress to the call it belongs to, and to no other', async () => {
  const seen: number[] = [];
  const progress = (loaded: number) => ({ loaded, total: 2, files: [] });
  const { call } = connectionOver({
    async fetch(_, { report }) {
      report(progress(1));
      report(progress(2));
      return { files: {} };
    },
  });
  await Promise.all([
    call('fetch', []),
    call('fetch', [], { onProgress: ({ loaded }) => seen.push(loaded) }),
  ]);
  expect(seen).toEqual([1, 2]);
});

it('gives a failure its code, and an unknown error a general one', async () => {
  const { call } = connectionOver({
    load: () => Promise.reject(new AppError({ code: 'model-unreadable', detail: 'd' })),
    score: () => Promise.reject(new Error('boom')),
  });
  const load = call('load', {} as never);
  await expect(load).rejects.toMatchObject({ failure: { code: 'model-unreadable', detail: 'd' } });
  const score = call('score', order('x'));
  await expect(score).rejects.toMatchObject({ failure: { code: 'inference-failed' } });
});

it('cancels the call in flight and the one that waits, and goes on with the next', async () => {
  const { call } = connectionOver({
    score: ({ texts }, { signal }) =>
      texts[0] === 'slow'
        ? new Promise((_, reject) =>
            signal.addEventListener('abort', () => reject(signal.reason as Error)),
          )
        : Promise.resolve(scored()),
  });
  const [first, second] = [new AbortController(), new AbortController()];
  const calls = [
    call('score', order('slow'), { signal: first.signal }),
    call('score', order('waits'), { signal: second.signal }),
  ];
  const next = call('score', order('next'));
  second.abort();
  first.abort();
  for (const cancelled of calls)
    await expect(cancelled).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  await expect(next).resolves.toBeDefined();
});

it('rejects every call, in flight or later, once the connection has ended', async () => {
  const { call, end, onEnd } = connectionOver({ score: () => new Promise(() => {}) });
  const pending = call('score', order('x'));
  const heard: string[] = [];
  onEnd(({ code }) => heard.push(code));
  end({ code: 'worker-crashed', detail: 'test' });
  end({ code: 'cancelled', detail: 'too late' });
  await expect(pending).rejects.toMatchObject({ failure: { code: 'worker-crashed' } });
  await expect(call('score', order('x'))).rejects.toMatchObject({
    failure: { code: 'worker-crashed' },
  });
  expect(heard).toEqual(['worker-crashed']);
});
