// Takes the download addresses out of package-lock.json, so that the lock names no registry: versions and integrity
// hashes stay. (npm's own omit-lockfile-registry-resolved drops versions of optional packages, and `npm ci` then fails.)
import { readFileSync, writeFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
for (const entry of Object.values(lock.packages)) {
  if (/^https?:/.test(entry.resolved ?? '')) delete entry.resolved;
}
writeFileSync('package-lock.json', JSON.stringify(lock, null, 2) + '\n');
