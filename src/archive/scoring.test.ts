import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { BLOCK_ROWS, NO_WORK, type Run } from '../core/runs.ts';
import type { RunsDb } from '../storage/runs-db.ts';
import { createArchive } from './answers.ts';
import { context, freshDb, predict, storeBlock, storeRun, newRun } from './stored-run.ts';

const open: RunsDb[] = [];
afterEach(async () => {
  for (const db of open.splice(0)) await db.delete();
});
function database(): RunsDb {
  const db = freshDb();
  open.push(db);
  return db;
}

const textRows = (texts: readonly string[]) => texts.map((text) => ({ text }));

/** Rows over a small vocabulary, some of them empty; a little more than `blocks` blocks. */
function someTexts(seed: number, vocabulary: number, blocks: number): string[] {
  let state = seed;
  return Array.from({ length: (blocks - 1) * BLOCK_ROWS + 40 }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    const word = Math.floor((state / 2147483648) * vocabulary);
    return word === 0 ? '' : `text ${word}`;
  });
}

/** What is to be equal however a run was scored. */
async function outcome(db: RunsDb, id: string) {
  const archive = createArchive(db);
  const run = await archive.open(id, context());
  const rows = Array.from({ length: run.rows }, (_, i) => i);
  const { tokens, scored, duplicates, cached } = run.work;
  return {
    rows: await archive.rows({ run: id, rows }, context()),
    done: run.done,
    work: { tokens, scored, duplicates, cached },
    stored: await db.scores.where('[run+block]').between([id, 0], [id, Infinity]).toArray(),
    predictions: await db.predictions.count(),
  };
}

/**
 * Scores a run in parcels of these sizes, over and over; a 0 is an interruption, after which all but the database is gone.
 *
 * @param choose which of the texts left goes next
 */
async function scoreAll(
  db: RunsDb,
  id: string,
  sizes: readonly number[] = [BLOCK_ROWS],
  choose: (left: number) => number = () => 0,
): Promise<Run> {
  let archive = createArchive(db);
  const { blocks } = (await db.runs.get(id))!;
  let at = 0;
  for (let block = 0; block < blocks; block++) {
    let left = [...(await archive.todo({ run: id, block }, context())).texts];
    while (left.length > 0) {
      const size = sizes[at++ % sizes.length]!;
      if (size === 0) {
        archive = createArchive(db);
        left = [...(await archive.todo({ run: id, block }, context())).texts];
        continue;
      }
      const texts: string[] = [];
      while (texts.length < size && left.length > 0) {
        texts.push(left.splice(choose(left.length), 1)[0]!);
      }
      await archive.keep({ run: id, block, texts, ...predict(texts) }, context());
    }
  }
  return archive.settle({ run: id, status: 'finished' }, context());
}

describe('scoring a run', () => {
  it('ends the same whatever the parcels, their order and the interruptions', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 1, max: 300 }),
        fc.array(fc.integer({ min: 0, max: 150 }), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        async (seed, vocabulary, sizes, pick) => {
          const rows = textRows(someTexts(seed, vocabulary, 2));
          const [whole, pieces] = [database(), database()];
          await storeRun(whole, 'a', rows);
          await storeRun(pieces, 'a', rows);
          await scoreAll(whole, 'a');
          await scoreAll(pieces, 'a', [...sizes, 100], (left) => pick % left);
          expect(await outcome(pieces, 'a')).toEqual(await outcome(whole, 'a'));
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);

  it('gives every row the prediction of its own text, and counts each row once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('', ' ', 'a', 'b', 'c', 'á', 'long text', 'A', '\0', '👍'), {
          minLength: 1,
          maxLength: 60,
        }),
        async (texts) => {
          const db = database();
          await storeRun(db, 'a', textRows(texts));
          const { done, work, status, finishedAt } = await scoreAll(db, 'a', [3, 1]);
          const distinct = new Set(texts.filter((text) => text.trim() !== ''));
          const filled = texts.filter((text) => text.trim() !== '').length;
          expect({ done, status }).toEqual({ done: texts.length, status: 'finished' });
          expect(finishedAt).toBeGreaterThan(0);
          expect(work).toMatchObject({
            scored: distinct.size,
            duplicates: filled - distinct.size,
            cached: 0,
            tokens: [...distinct].reduce((sum, text) => sum + text.length + 2, 0),
          });
          const { rows } = await outcome(db, 'a');
          rows.forEach((row, i) => {
            expect(row.text).toBe(texts[i]);
            const expected = row.text.trim() === '' ? undefined : predict([row.text]);
            expect(row.probabilities).toEqual(expected && [...expected.probabilities]);
            expect(row.tokens).toBe(expected?.tokens[0]);
            expect(row.windows).toBe(expected?.windows[0]);
            expect(row.flags.includes('long')).toBe(expected !== undefined && row.windows! > 1);
          });
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  it('asks for the texts of a block in the same order every time', async () => {
    const db = database();
    await storeRun(db, 'a', textRows(['c', 'a', 'c', 'b', '']));
    const ask = () => createArchive(db).todo({ run: 'a', block: 0 }, context());
    const { texts, done, rows } = await ask();
    expect({ texts, done, rows }).toEqual({ texts: ['c', 'a', 'b'], done: 1, rows: 5 });
    expect((await ask()).texts).toEqual(texts);
  });

  it('takes a block without any text as done', async () => {
    const db = database();
    await storeRun(db, 'a', textRows(['', ' ', '']));
    const { texts, done, step } = await createArchive(db).todo({ run: 'a', block: 0 }, context());
    expect({ texts, done }).toEqual({ texts: [], done: 3 });
    expect(step).toMatchObject({ done: 3, work: NO_WORK });
  });

  it('answers the next file from the cache, and tells copies from finds', async () => {
    const db = database();
    await storeRun(db, 'monday', textRows(['good', 'bad']));
    await scoreAll(db, 'monday');
    await storeRun(db, 'friday', textRows(['good', 'new', 'good', 'bad']));
    const { texts, done } = await createArchive(db).todo({ run: 'friday', block: 0 }, context());
    expect({ texts, done }).toEqual({ texts: ['new'], done: 3 });
    const { work } = await scoreAll(db, 'friday');
    expect(work).toMatchObject({ scored: 1, cached: 2, duplicates: 1 });
    const [first] = (await outcome(db, 'friday')).rows;
    expect(first!.probabilities).toEqual([...predict(['good']).probabilities]);
  });

  it('does not take the predictions of another model or number format', async () => {
    const db = database();
    await storeRun(db, 'a', textRows(['good']));
    await scoreAll(db, 'a');
    const { model } = newRun('b');
    await storeRun(db, 'b', textRows(['good']), { model: { ...model, key: 'base q4' } });
    const { texts } = await createArchive(db).todo({ run: 'b', block: 0 }, context());
    expect(texts).toEqual(['good']);
  });

  it('counts a row of a later block, answered by an earlier one, as a duplicate', async () => {
    const db = database();
    const rows = Array.from({ length: BLOCK_ROWS + 2 }, (_, i) => `text ${i % BLOCK_ROWS}`);
    await storeRun(db, 'a', textRows(rows));
    const { work } = await scoreAll(db, 'a');
    expect(work).toMatchObject({ scored: BLOCK_ROWS, duplicates: 2, cached: 0 });
  });

  it('changes nothing when the same predictions are sent again, as after a lost answer', async () => {
    const db = database();
    await storeRun(db, 'a', textRows(['x', 'y', 'x']));
    const archive = createArchive(db);
    const kept = { run: 'a', block: 0, texts: ['x'], ...predict(['x']) };
    const step = await archive.keep(kept, context());
    expect(step).toMatchObject({ done: 2, work: { scored: 1, duplicates: 1, activeMs: 5 } });
    expect(await archive.keep(kept, context())).toEqual(step);
  });

  it('adds up what a cascade did over the parcels of a run, and leaves others without', async () => {
    const db = database();
    await storeRun(db, 'a', textRows(['x', 'y', 'z']));
    const archive = createArchive(db);
    const cascade = {
      ...{ texts: 1, sentOn: 1, tokens: 4, sentOnTokens: 4, tokenizeMs: 1, smallMs: 2 },
      ...{ accurateMs: 5, checked: 0, agreed: 0, checkedTokens: 0, checkMs: 0 },
    };
    const parcel = (text: string) => ({ run: 'a', block: 0, texts: [text], ...predict([text]) });
    expect((await archive.keep(parcel('x'), context())).work).not.toHaveProperty('cascade');
    await archive.keep({ ...parcel('y'), cascade }, context());
    const { work } = await archive.keep({ ...parcel('z'), cascade }, context());
    expect(work.cascade).toMatchObject({ texts: 2, sentOn: 2, tokens: 8, accurateMs: 10 });
    expect((await archive.keep({ ...parcel('z'), cascade }, context())).work).toEqual(work);
  });

  it('fills a block right when several parcels of it come at once', async () => {
    const db = database();
    const texts = ['a', 'b', 'c', 'd', 'a'];
    await storeRun(db, 'a', textRows(texts));
    const archive = createArchive(db);
    await archive.open('a', context());
    await Promise.all(
      ['a', 'b', 'c', 'd'].map((text) =>
        archive.keep({ run: 'a', block: 0, texts: [text], ...predict([text]) }, context()),
      ),
    );
    const rows = await archive.rows({ run: 'a', rows: [0, 1, 2, 3, 4] }, context());
    expect(rows.map(({ probabilities }) => probabilities)).toEqual(
      texts.map((text) => [...predict([text]).probabilities]),
    );
    expect((await db.runs.get('a'))!.done).toBe(5);
  });

  it('shows what was scored while the columns were being loaded', async () => {
    const db = database();
    const texts = someTexts(5, 50, 3);
    await storeRun(db, 'a', textRows(texts));
    const archive = createArchive(db);
    const opening = archive.open('a', context());
    await Promise.all([opening, scoreAllBlocks()]);
    async function scoreAllBlocks() {
      for (const block of [2, 0, 1]) {
        const { texts } = await archive.todo({ run: 'a', block }, context());
        await archive.keep({ run: 'a', block, texts, ...predict(texts) }, context());
      }
    }
    const summary = await archive.summary('a', context());
    expect(summary.scored).toBe(texts.filter((text) => text !== '').length);
  });
});

describe('what is refused', () => {
  const texts = ['x'];
  const good = { run: 'a', block: 0, texts, ...predict(texts) };
  const cases = [
    ['a text that is not in the block', { ...good, texts: ['z'] }, 'bad-input'],
    ['too few probabilities', { ...good, probabilities: new Float32Array(2) }, 'bad-input'],
    ['too many token counts', { ...good, tokens: new Uint32Array(2) }, 'bad-input'],
    ['no windows', { ...good, windows: new Uint16Array(0) }, 'bad-input'],
    ['a block that is not there', { ...good, block: 1 }, 'bad-input'],
    ['NaN', { ...good, probabilities: new Float32Array([NaN, 0.5, 0.5]) }, 'wrong-output'],
    ['no distribution', { ...good, probabilities: new Float32Array([0.5, 0, 0]) }, 'wrong-output'],
    ['a run that was deleted', { ...good, run: 'b' }, 'run-missing'],
  ] as const;

  it.each(cases)('%s, and nothing is stored', async (_, kept, code) => {
    const db = database();
    await storeRun(db, 'a', textRows(['x', 'y']));
    const archive = createArchive(db);
    await expect(archive.keep(kept, context())).rejects.toMatchObject({ failure: { code } });
    expect(await db.scores.count()).toBe(0);
    expect(await db.predictions.count()).toBe(0);
    expect((await db.runs.get('a'))!).toMatchObject({ done: 0, work: NO_WORK });
  });

  it('refuses to call a run finished that is not', async () => {
    const db = database();
    await storeRun(db, 'a', textRows(['x']));
    const settle = createArchive(db).settle({ run: 'a', status: 'finished' }, context());
    await expect(settle).rejects.toMatchObject({ failure: { code: 'bad-input' } });
  });

  it('keeps everything as it was when the disk is full, and goes on when there is room', async () => {
    const db = database();
    await storeRun(db, 'a', textRows(['x', 'y', 'x']));
    const archive = createArchive(db);
    await archive.open('a', context());
    const before = await archive.todo({ run: 'a', block: 0 }, context());
    const full = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    db.predictions.hook('creating', full);
    const kept = { run: 'a', block: 0, texts: ['x'], ...predict(['x']) };
    await expect(archive.keep(kept, context())).rejects.toMatchObject({
      failure: { code: 'quota' },
    });
    expect(await archive.todo({ run: 'a', block: 0 }, context())).toEqual(before);
    expect((await archive.rows({ run: 'a', rows: [0] }, context()))[0]!.label).toBeUndefined();

    db.predictions.hook('creating').unsubscribe(full);
    expect(await archive.keep(kept, context())).toMatchObject({ done: 2 });
  });

  it('stores nothing for a run that is deleted while its texts are with the model', async () => {
    const db = database();
    await storeRun(db, 'a', textRows(['x']));
    const archive = createArchive(db);
    await archive.todo({ run: 'a', block: 0 }, context());
    await archive.remove('a', context());
    await expect(archive.keep(good, context())).rejects.toMatchObject({
      failure: { code: 'run-missing' },
    });
    expect(await db.scores.count()).toBe(0);
  });
});

it('takes in the blocks that are stored after a run was opened', async () => {
  const db = database();
  const texts = someTexts(1, 900, 3);
  await db.runs.put(newRun('a'));
  const archive = createArchive(db);
  const query = { filter: {}, sort: { by: 'row', descending: false } } as const;
  const count = async () => (await archive.query({ run: 'a', query }, context())).length;
  expect(await count()).toBe(0);
  for (const from of [0, BLOCK_ROWS, 2 * BLOCK_ROWS]) {
    await storeBlock(db, 'a', textRows(texts), from);
    expect(await count()).toBe(Math.min(from + BLOCK_ROWS, texts.length));
    expect((await archive.rows({ run: 'a', rows: [from + 3] }, context()))[0]!.text).toBe(
      texts[from + 3],
    );
  }
});
