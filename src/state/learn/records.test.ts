import { expect, it } from 'vitest';
import { createAppStore } from '../store.ts';
import { recordActions } from './records.ts';

const CARD = '# A model\n\nIt reads.\n';

/** Answers each request with the next of `answers`; an Error stands for a lost connection. */
function fixture(...answers: (Response | Error)[]) {
  const store = createAppStore();
  const asked: string[] = [];
  const { open } = recordActions({
    store,
    fetchFile: async (path) => {
      asked.push(path);
      const answer = answers.shift();
      if (answer instanceof Response) return answer;
      throw answer ?? new Error('one request too many');
    },
  });
  return { open, asked, records: () => store.getState().records };
}

it('reads a record once, and keeps it', async () => {
  const { open, asked, records } = fixture(new Response(CARD));
  const first = open('sentiscope-base', 'card');
  expect(records()['sentiscope-base']?.card).toEqual({ phase: 'reading' });
  await Promise.all([first, open('sentiscope-base', 'card')]);
  await open('sentiscope-base', 'card');
  expect(asked).toEqual(['sentiscope-base/README.md']);
  expect(records()['sentiscope-base']?.card).toEqual({
    phase: 'ready',
    content: { title: 'A model', intro: 'It reads.', sections: [] },
  });
});

it.each([
  ['the server lacks the file', new Response('', { status: 404 }), 'file-missing'],
  ['the connection is lost', new TypeError('Failed to fetch'), 'download-failed'],
  ['it is no JSON', new Response('<!doctype html>'), 'record-unreadable'],
  ['it is another JSON', new Response('{"step":1}'), 'record-unreadable'],
])('says which file failed where %s', async (_, answer, code) => {
  const { open, records } = fixture(answer);
  await open('sentiscope-small', 'training');
  expect(records()['sentiscope-small']?.training).toMatchObject({
    phase: 'failed',
    failure: { code, subject: 'training.json of Sentiscope small' },
  });
});

it('tries a failed record again, and leaves the others alone', async () => {
  const { open, records } = fixture(new Response(CARD), new TypeError('lost'), new Response('{}'));
  await open('sentiscope-base', 'card');
  await open('sentiscope-base', 'metrics');
  await open('sentiscope-base', 'metrics');
  expect(records()['sentiscope-base']).toMatchObject({
    card: { phase: 'ready' },
    metrics: { phase: 'ready', content: [] },
  });
});
