import { expect, it } from 'vitest';
import { AppError } from '../../core/failure.ts';
import type { Studio } from '../../core/learn/studio.ts';
import { DIMENSIONS } from '../../models/own-model.ts';
import { createEmbeddings } from './embeddings.ts';
import { madeEmbed } from './made-training.ts';

function setUp(embed: Studio['embed'] = madeEmbed) {
  const asked: string[][] = [];
  const embedAll = createEmbeddings({
    embed: (model, texts, options) => {
      asked.push([...texts]);
      return embed(model, texts, options);
    },
  });
  return { asked, embedAll };
}
const texts = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `late ${from + i}`);

it('gives each text what it gets alone, in order, and reads none twice', async () => {
  const { asked, embedAll } = setUp();
  await embedAll('e', texts(0, 150));
  const { embeddings, probabilities } = await embedAll('e', texts(149, 252));
  expect(asked.map(({ length }) => length)).toEqual([100, 50, 100, 2]);
  const alone = (await madeEmbed('e', ['late 251'])).embeddings!;
  expect(embeddings.slice(-DIMENSIONS)).toEqual(alone);
  expect(probabilities).toHaveLength(3 * 103);
});

it('counts what is known as done', async () => {
  const { embedAll } = setUp();
  await embedAll('e', texts(0, 30));
  const done: number[] = [];
  await embedAll('e', texts(0, 240), { onDone: (n) => done.push(n) });
  expect(done).toEqual([130, 230, 240]);
});

it('keeps what was read before it was given up', async () => {
  const control = new AbortController();
  const { asked, embedAll } = setUp();
  const given = embedAll('e', texts(0, 300), {
    signal: control.signal,
    onDone: (done) => done === 200 && control.abort(),
  });
  await expect(given).rejects.toMatchObject({ name: 'AbortError' });
  await embedAll('e', texts(0, 300));
  expect(asked.at(-1)).toEqual(texts(200, 300));
});

it('takes nothing of another encoder, not even of one whose call is still under way', async () => {
  let release = () => {};
  const { asked, embedAll } = setUp(async (model, list, options) => {
    if (model === 'slow') await new Promise<void>((resolve) => (release = resolve));
    return madeEmbed(model, list, options);
  });
  const slow = embedAll('slow', ['late 1']);
  await embedAll('e', ['late 2']);
  release();
  await slow;
  await embedAll('e', ['late 1', 'late 2']);
  expect(asked).toEqual([['late 1'], ['late 2'], ['late 1']]);
});

it('rejects as the studio does', async () => {
  const { embedAll } = setUp(() =>
    Promise.reject(new AppError({ code: 'worker-crashed', detail: 'test' })),
  );
  await expect(embedAll('e', ['late 1'])).rejects.toMatchObject({
    failure: { code: 'worker-crashed' },
  });
});
