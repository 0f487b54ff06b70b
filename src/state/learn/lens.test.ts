import { expect, it } from 'vitest';
import { AppError } from '../../core/failure.ts';
import type { Studio } from '../../core/learn/studio.ts';
import type { Look } from '../../core/protocol.ts';
import { SMALL } from '../../models/catalogue.ts';
import type { OwnModel } from '../../models/own-model.ts';
import type { Running } from '../engine-state.ts';
import { createAppStore } from '../store.ts';
import { lensActions, textsOf } from './lens.ts';

const looked = (texts: readonly string[]) =>
  ({ texts: texts.map((text) => ({ text })) }) as unknown as Look; // nothing else is read

function setUp(look: Studio['look'] = async (_, texts) => looked(texts)) {
  const asked: [string, readonly string[]][] = [];
  const store = createAppStore();
  const studio: Studio = {
    look(model, texts, options) {
      asked.push([model, texts]);
      return look(model, texts, options);
    },
    count: () => Promise.reject(new Error('not under test')),
    embed: () => Promise.reject(new Error('not under test')),
  };
  const view = () => store.getState().lens.view;
  return { asked, store, view, ...lensActions({ store, studio }) };
}
const settle = () => new Promise((resolve) => setTimeout(resolve));

it('takes each line that is not blank for a text, twelve at most', () => {
  expect(textsOf('a\r\n\n  \nb\rc')).toEqual(['a', 'b', 'c']);
  expect(textsOf('x\n'.repeat(40))).toHaveLength(12);
});

it('looks at the list in one pass and at one text alone', async () => {
  const { choose, view, asked } = setUp();
  choose(2);
  await settle();
  expect(asked.map(([, texts]) => texts.length)).toEqual([3, 1]);
  expect(view()).toMatchObject({
    phase: 'seen',
    texts: ['I love sunny days', 'The movie was great', 'How is the weather?'],
    one: { texts: [{ text: 'How is the weather?' }] },
  });
});

it('stays inside a list that has become shorter', async () => {
  const { choose, type, store } = setUp();
  choose(2);
  type('only one left');
  await settle();
  expect(store.getState().lens.view).toMatchObject({ one: { texts: [{ text: 'only one left' }] } });
});

it('forgets no choice that was made while it looked', async () => {
  const { look, choose, store } = setUp();
  look();
  choose(2);
  await settle();
  expect(store.getState().lens).toMatchObject({
    alone: 2,
    view: { one: { texts: [{ text: 'How is the weather?' }] } },
  });
});

it('shows nothing for an empty box, and asks no model', async () => {
  const { type, view, asked } = setUp();
  type(' \n ');
  await settle();
  expect(view()).toEqual({ phase: 'empty' });
  expect(asked).toEqual([]);
});

it('looks at no text that has been typed over meanwhile', async () => {
  const { type, asked } = setUp();
  for (const text of ['b', 'ba', 'bad']) type(text);
  await settle();
  expect(asked.map(([, [text]]) => text)).toEqual(['b', 'b', 'bad', 'bad']);
});

it('shows how far the download is, then a failure, and can be asked again', async () => {
  let fail = true;
  const { look, view } = setUp(async (_, texts, options) => {
    options?.onDownload?.({ loaded: 5, total: 9, files: [] });
    if (fail) throw new AppError({ code: 'offline', detail: 'test' });
    return looked(texts);
  });
  look();
  expect(view()).toMatchObject({ phase: 'waiting', progress: { loaded: 5 } });
  await settle();
  expect(view()).toMatchObject({ phase: 'failed', failure: { code: 'offline' } });
  fail = false;
  look();
  await settle();
  expect(view().phase).toBe('seen');
});

it('looks into the model in use or on its way, of an own one into its encoder, else into the accurate one', async () => {
  const { look, asked, store } = setUp();
  const using = async (model: object | undefined) => {
    const running = model && ({ model } as Running);
    store.setState({ engine: { running, loading: { phase: 'none' } } });
    look();
    await settle();
    return asked.at(-1)![0];
  };
  const own = { source: 'own', encoder: { id: 'sentiscope-small' } } as OwnModel;
  expect(await using(SMALL)).toBe('sentiscope-small');
  expect(await using(own)).toBe('sentiscope-small');
  expect(await using({ source: 'hub', id: 'a/b' })).toBe('sentiscope-base');
  expect(await using(undefined)).toBe('sentiscope-base');
  store.setState(({ settings }) => ({ settings: { ...settings, model: SMALL } }));
  expect(await using(undefined)).toBe('sentiscope-small');
});
