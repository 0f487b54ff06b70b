import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { createAppStore } from '../store.ts';
import { pathOf, verifyActions } from './verify.ts';

const TEXT = 'weights';
const sha256 = createHash('sha256').update(TEXT).digest('hex');
const FILE = { name: 'model.onnx', bytes: TEXT.length, sha256 };

async function outcome(kept: string | undefined, served: Response | Error) {
  const store = createAppStore();
  const { verify } = verifyActions({
    store,
    modelBase: 'https://school.test/models/',
    kept: async ({ url, sha256: hash }) => {
      expect([url, hash]).toEqual(['https://school.test/models/m/model.onnx', sha256]);
      return kept === undefined ? undefined : new Blob([kept]);
    },
    fetchFile: async () => {
      if (served instanceof Error) throw served;
      return served;
    },
  });
  await verify('m', FILE);
  return store.getState().verifications[pathOf('m', FILE)];
}

it('hashes the kept copy, without a request', async () => {
  expect(await outcome(TEXT, new Error('no request'))).toEqual({
    phase: 'done',
    equal: true,
    sha256,
    bytes: TEXT.length,
    from: 'kept',
  });
});

it('hashes what is served where nothing is kept', async () => {
  expect(await outcome(undefined, new Response(TEXT))).toMatchObject({
    equal: true,
    from: 'served',
  });
});

it('finds an altered file, with the hash that it has', async () => {
  const other = createHash('sha256').update('Weights').digest('hex');
  expect(await outcome(undefined, new Response('Weights'))).toMatchObject({
    equal: false,
    sha256: other,
  });
});

it('says why a file could not be read', async () => {
  expect(await outcome(undefined, new Response('', { status: 404 }))).toMatchObject({
    phase: 'failed',
    failure: { code: 'file-missing', subject: 'model.onnx' },
  });
});
