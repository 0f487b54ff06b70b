import { describe, expect, it } from 'vitest';
import { readHost, readModelId } from './hub-address.ts';

describe('readModelId', () => {
  it.each([
    ['Xenova/distilbert-base', 'Xenova/distilbert-base'],
    [' owner/name_1.2 ', 'owner/name_1.2'],
    ['https://huggingface.co/owner/name', 'owner/name'],
    ['https://huggingface.co/owner/name/tree/main?x=1', 'owner/name'],
  ])('reads %s', (typed, id) => {
    expect(readModelId(typed)).toBe(id);
  });

  it.each(['', 'name', 'a/b/c', '../../etc', 'owner/..', 'a b/c', '/x'])('refuses %j', (typed) => {
    expect(readModelId(typed)).toBeUndefined();
  });
});

describe('readHost', () => {
  const page = 'https://school.example/sentiscope/';

  it.each([
    ['https://huggingface.co', 'https://huggingface.co/'],
    ['https://hf.example/mirror?x#y', 'https://hf.example/mirror/'],
    ['/hub/', 'https://school.example/hub/'],
    ['hub', 'https://school.example/sentiscope/hub/'],
  ])('reads %s', (typed, host) => {
    expect(readHost(typed, page)).toBe(host);
  });

  it.each(['', 'javascript:alert(1)', 'file:///etc', 'http://'])('refuses %j', (typed) => {
    expect(readHost(typed, page)).toBeUndefined();
  });
});
