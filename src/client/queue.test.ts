import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { createQueue, type Job } from './queue.ts';

const job = (signal: AbortSignal, rejected: unknown[] = []): Job => ({
  texts: ['a'],
  pieces: false,
  model: undefined,
  standIn: false,
  cascade: undefined,
  priority: 'batch',
  signal,
  resolve: () => {},
  reject: (error) => rejected.push(error.failure.code),
});

it('holds nothing of a job that was taken, however long its signal lives', () => {
  const { signal } = new AbortController();
  const queue = createQueue();
  for (let i = 0; i < 3; i++) queue.add(job(signal));
  expect(getEventListeners(signal, 'abort')).toHaveLength(3);
  while (queue.take());
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});

it('lets go of a job whose signal aborts while it waits, and of no other', () => {
  const control = new AbortController();
  const rejected: unknown[] = [];
  const queue = createQueue();
  const other = job(new AbortController().signal, rejected);
  queue.add(job(control.signal, rejected));
  queue.add(other);
  control.abort();
  expect(rejected).toEqual(['cancelled']);
  expect(queue.take()).toBe(other);
  expect(queue.take()).toBeUndefined();
});
