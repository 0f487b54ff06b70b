import { createHash } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { FileSpec, Progress } from '../core/protocol.ts';
import type { FileStore } from '../storage/files.ts';
import { fetchFiles } from './fetch-files.ts';

const CONTENT = Buffer.from('weights '.repeat(50_000));
const close: (() => void)[] = [];
afterEach(() => close.splice(0).forEach((end) => end()));

/** A real server, whose answers a test spoils. */
async function serving(listener: RequestListener): Promise<FileSpec> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close.push(
    () => server.closeAllConnections(),
    () => server.close(),
  );
  return {
    name: 'model.onnx',
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/model.onnx`,
    bytes: CONTENT.length,
    sha256: createHash('sha256').update(CONTENT).digest('hex'),
  };
}

function memoryStore(): FileStore & { kept: Map<string, Blob> } {
  const kept = new Map<string, Blob>();
  return {
    kept,
    get: async ({ name }) => kept.get(name),
    put: async ({ name }, blob) => void kept.set(name, blob),
  };
}

function context() {
  const reports: Progress[] = [];
  const cancel = new AbortController();
  const report = (progress: Progress) => reports.push(structuredClone(progress));
  return { report, reports, cancel, signal: cancel.signal };
}

const whole: RequestListener = (_, response) => response.end(CONTENT);

it('downloads, verifies and keeps a file, and tells true bytes', async () => {
  const spec = await serving(whole);
  const [store, run] = [memoryStore(), context()];
  const { files, notKept } = await fetchFiles([spec], store, run);
  expect(Buffer.from(await files['model.onnx']!.arrayBuffer()).equals(CONTENT)).toBe(true);
  expect(store.kept.size).toBe(1);
  expect(notKept).toBeUndefined();
  expect(run.reports.at(-1)).toMatchObject({ loaded: CONTENT.length, total: CONTENT.length });
  const loaded = run.reports.map((progress) => progress.loaded);
  expect(loaded).toEqual(loaded.toSorted((a, b) => a - b));
});

it('takes a kept file without asking the network', async () => {
  let asked = 0;
  const spec = await serving((_, response) => {
    asked += 1;
    response.end(CONTENT);
  });
  const store = memoryStore();
  await fetchFiles([spec], store, context());
  const again = context();
  await fetchFiles([spec], store, again);
  expect(asked).toBe(1);
  expect(again.reports.at(-1)!.files[0]!.from).toBe('storage');
});

it('downloads again when the kept file has been altered', async () => {
  const spec = await serving(whole);
  const store = memoryStore();
  store.kept.set(spec.name, new Blob([new Uint8Array(CONTENT.length)]));
  const { files } = await fetchFiles([spec], store, context());
  expect(Buffer.from(await files['model.onnx']!.arrayBuffer()).equals(CONTENT)).toBe(true);
});

describe('a spoilt transfer', () => {
  const spoilt: [string, RequestListener][] = [
    ['truncated', (_, response) => response.end(CONTENT.subarray(1000))],
    ['altered', (_, response) => response.end(Buffer.from(CONTENT).fill(0, 7, 8))],
    [
      'broken off',
      (_, response) => {
        response.writeHead(200, { 'content-length': CONTENT.length });
        response.write(CONTENT.subarray(0, 5000), () => response.destroy());
      },
    ],
  ];

  it.each(spoilt)('is tried once more and then used: %s', async (_, spoil) => {
    let asked = 0;
    const spec = await serving((request, response) =>
      (++asked === 1 ? spoil : whole)(request, response),
    );
    const { files } = await fetchFiles([spec], memoryStore(), context());
    expect(files['model.onnx']!.size).toBe(CONTENT.length);
    expect(asked).toBe(2);
  });

  it.each(spoilt)(
    'twice is a failure that names the file, and nothing is kept: %s',
    async (_, spoil) => {
      let asked = 0;
      const spec = await serving((request, response) => {
        asked += 1;
        spoil(request, response);
      });
      const store = memoryStore();
      await expect(fetchFiles([spec], store, context())).rejects.toMatchObject({
        failure: { code: 'file-altered', subject: 'model.onnx' },
      });
      expect(asked).toBe(2);
      expect(store.kept.size).toBe(0);
    },
  );
});

it('tells a missing file from a server in trouble', async () => {
  for (const [status, code] of [
    [404, 'file-missing'],
    [503, 'download-failed'],
  ] as const) {
    const spec = await serving((_, response) => response.writeHead(status).end());
    const answer = fetchFiles([spec], memoryStore(), context());
    await expect(answer).rejects.toMatchObject({ failure: { code, subject: 'model.onnx' } });
  }
});

it('stops when cancelled, and keeps what was complete', async () => {
  const run = context();
  const slow = await serving((_, response) => {
    response.write(CONTENT.subarray(0, 5000), () => run.cancel.abort());
  });
  const quick = { ...(await serving(whole)), name: 'tokenizer.json' };
  const store = memoryStore();
  const answer = fetchFiles([quick, slow], store, run);
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  expect([...store.kept.keys()]).toEqual(['tokenizer.json']);
});

it('goes on when nothing can be kept, and says why', async () => {
  const spec = await serving(whole);
  const store = { get: async () => undefined, put: async () => 'QuotaExceededError: full' };
  const { files, notKept } = await fetchFiles([spec], store, context());
  expect(files['model.onnx']!.size).toBe(CONTENT.length);
  expect(notKept).toBe('QuotaExceededError: full');
});
