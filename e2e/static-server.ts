import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
};

/** The plainest of static hosts: dist/ under `path`, no headers of its own. Can be switched off in mid-test. */
export async function serveDist(path: string) {
  let release = 1;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://host');
    const name = pathname.startsWith(path) ? pathname.slice(path.length) || 'index.html' : '..';
    const file = join('dist', normalize(`/${name}`));
    if (name === '..' || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end('Not found');
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    });
    // The service worker's script is what a browser compares to see whether there is a new version.
    if (name === 'sw.js') response.end(`${readFileSync(file, 'utf8')}\n// release ${release}`);
    else createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    /** From now on a new version of the page is served. */
    publish: () => (release += 1),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
