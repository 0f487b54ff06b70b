import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { AppError } from '../core/failure.ts';
import { toFault } from './faults.ts';

const quota = new DOMException('no room', 'QuotaExceededError');

it.each([
  ['as the browser says it', quota],
  ['as Dexie says it', new Dexie.QuotaExceededError('no room')],
  ['as the end of a transaction', new Dexie.AbortError('ended', quota)],
  ['as one of many writes', new Dexie.BulkError('2 of 3 failed', [new Error('x'), quota])],
  [
    'as the end of a transaction of many writes',
    new Dexie.AbortError('ended', new Dexie.BulkError('1 failed', { 0: quota })),
  ],
])('knows a full disk %s', (_, error) => {
  expect(toFault(error)).toMatchObject({ failure: { code: 'quota' } });
});

it.each([
  new Dexie.OpenFailedError('private window'),
  new Dexie.MissingAPIError('no indexedDB'),
  new Dexie.AbortError('ended'),
  new DOMException('blocked', 'SecurityError'),
])('takes %s for a refusal of the storage', (error) => {
  expect(toFault(error)).toMatchObject({ failure: { code: 'storage-forbidden' } });
});

it.each([
  new AppError({ code: 'bad-input', detail: 'x' }),
  new DOMException('given up', 'AbortError'),
  new TypeError('a fault of ours'),
])('leaves %s as it is', (error) => {
  expect(toFault(error)).toBe(error);
});
