import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { HUB_PORT } from './ports.ts';

const read = (name: string) =>
  readFileSync(new URL(`../public/models/sentiscope-small/${name}`, import.meta.url));
type Files = Record<string, Buffer>;

function files(...classes: string[]): Files {
  const config = JSON.parse(read('config.json').toString()) as object;
  return {
    'README.md': Buffer.from('# A model for a class'),
    'config.json': Buffer.from(JSON.stringify({ ...config, id2label: { ...classes } })),
    'tokenizer_config.json': read('tokenizer_config.json'),
    'tokenizer.json': read('tokenizer.json'),
    'onnx/model_quantized.onnx': read('onnx/model_quantized.onnx'),
  };
}

function models(): Record<string, Files> {
  const named = files('NEGATIVE', 'NEUTRAL', 'POSITIVE');
  const withoutOnnx = { ...named };
  delete withoutOnnx['onnx/model_quantized.onnx'];
  return {
    'classroom/small-sentiment': named,
    'classroom/small-unnamed': files('LABEL_0', 'LABEL_1', 'LABEL_2'),
    'classroom/unreadable': { ...named, 'onnx/model_quantized.onnx': Buffer.alloc(5000, 7) },
    'classroom/pytorch-only': withoutOnnx,
  };
}

/** The hub states a SHA-256 only for its large files. */
function treeOf(model: Files) {
  return Object.entries(model).map(([path, content]) => {
    const size = content.length;
    const oid = createHash('sha256').update(content).digest('hex');
    return { type: 'file', path, size, ...(size > 10_000 && { lfs: { oid, size } }) };
  });
}

/**
 * A hub of four small models, at /hub/ of its own port, in the addresses and answers of the real one.
 *
 * @returns it with the paths that were asked for
 */
export async function startHub(): Promise<{ server: Server; asked: string[] }> {
  const asked: string[] = [];
  const known = models();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '', 'http://hub').pathname);
    asked.push(path);
    const [, id = '', name] =
      /^\/hub\/api\/models\/(.+)\/tree\/main$/.exec(path) ??
      /^\/hub\/(.+?)\/resolve\/main\/(.+)$/.exec(path) ??
      [];
    const model = known[id];
    const content = name === undefined ? model && JSON.stringify(treeOf(model)) : model?.[name];
    if (content === undefined) response.writeHead(401).end('{"error":"Repository not found"}');
    else response.writeHead(200, { 'cache-control': 'no-store' }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(HUB_PORT, '127.0.0.1', resolve));
  return { server, asked };
}
