import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../core/bench/random.ts';
import { BUNDLED } from '../../models/catalogue.ts';
import { madeText, WORDS } from './made-texts.ts';

describe('made texts', () => {
  it('are made of words that are one word piece each in every bundled vocabulary', () => {
    for (const { id } of BUNDLED) {
      const json = readFileSync(`public/models/${id}/tokenizer.json`, 'utf8');
      const { model } = JSON.parse(json) as { model: { vocab: Record<string, number> } };
      expect(WORDS.filter((word) => !(word in model.vocab))).toEqual([]);
    }
    expect(new Set(WORDS).size).toBe(WORDS.length);
  });

  it('have as many words as leave room for the two special tokens', () => {
    for (const tokens of [8, 9, 512])
      expect(madeText(tokens, createRandom(3)).split(' ')).toHaveLength(tokens - 2);
  });

  it('differ with the seed, and only with it', () => {
    expect(madeText(64, createRandom(1))).toBe(madeText(64, createRandom(1)));
    expect(madeText(64, createRandom(1))).not.toBe(madeText(64, createRandom(2)));
  });
});
