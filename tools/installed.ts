import { readFileSync } from 'node:fs';

/** @returns the version of a package as it lies in node_modules, which a range in package.json may not tell */
export function installed(name: string): string {
  const file = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
