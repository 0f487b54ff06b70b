import archiveUrl from '../archive/main.ts?worker&url';
import bencherUrl from '../bencher/main.ts?worker&url';
import type { Bencher } from '../core/bench/rig.ts';
import type { Intake } from '../core/intake.ts';
import type { Calls } from '../core/protocol.ts';
import type { Archive } from '../core/runs.ts';
import type { Trainer } from '../core/learn/train/trainer.ts';
import type { Table } from '../core/wire.ts';
import importerUrl from '../importer/main.ts?worker&url';
import scorerUrl from '../scorer/main.ts?worker&url';
import trainerUrl from '../trainer/main.ts?worker&url';
import { connect, type Connection } from './connect.ts';

export const spawnScorer = () => spawn<Calls>(scorerUrl, 'scorer');
export const spawnImporter = () => spawn<Intake>(importerUrl, 'importer');
export const spawnArchive = () => spawn<Archive>(archiveUrl, 'archive');
export const spawnBencher = () => spawn<Bencher>(bencherUrl, 'bencher');
export const spawnTrainer = () => spawn<Trainer>(trainerUrl, 'trainer');

/**
 * Starts a worker. It is started from a blob so that it inherits the page's Content-Security-Policy: a worker
 * started from its own address would have none on a host that sends no headers (docs/decisions/0005).
 */
function spawn<T extends Table<T>>(url: string, name: string): Connection<T> {
  const lock = crypto.getRandomValues(new Uint32Array(4)).join('-');
  const source = scriptOf(new URL(url, document.baseURI).href, lock);
  const blob = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(blob, { type: 'module', name });

  const connection = connect<T>(worker, () => worker.terminate());
  const crash = (detail: string) => connection.end({ code: 'worker-crashed', detail });
  worker.addEventListener('error', (event) => crash(event.message || 'the worker could not start'));
  worker.addEventListener('messageerror', () => crash('a message could not be read'));
  worker.addEventListener('message', ({ data }: MessageEvent<{ kind: string }>) => {
    if (data.kind !== 'alive') return;
    URL.revokeObjectURL(blob);
    void navigator.locks.request(lock, () => crash('the worker was ended from outside'));
  });
  return connection;
}

/**
 * Imports the worker's real script, and holds what is asked until that listens. The import is a dynamic one: in Firefox a
 * static one from a blob goes past the service worker, and fails offline.
 *
 * A worker that is killed fires no event. It holds a lock all its life: who gets the lock next knows it is gone.
 */
const scriptOf = (address: string, lock: string) => `
  const early = [];
  const hold = (event) => early.push(event);
  self.addEventListener('message', hold);
  import(${JSON.stringify(address)}).then(
    () => {
      self.removeEventListener('message', hold);
      for (const event of early) self.dispatchEvent(event);
      navigator.locks?.request(${JSON.stringify(lock)}, () => {
        self.postMessage({ kind: 'alive' });
        return new Promise(() => {});
      });
    },
    (error) => setTimeout(() => { throw error; }), // out of the promise, so that the page hears of it
  );`;
