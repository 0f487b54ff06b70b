import { expect, it } from 'vitest';
import { STOP, wordsOf } from './words.ts';

it.each([
  ["Don't buy THIS", ["don't", 'buy', 'this']],
  ['don’t', ["don't"]],
  ["'quoted' rock 'n' roll", ['quoted', 'rock', 'n', 'roll']],
  ['Bad. Very bad!', ['bad', STOP, 'very', 'bad', STOP]],
  ['2 of 10, the 2nd', [STOP, 'of', STOP, 'the', '2nd']],
  ['Schön — naïve café', ['schön', 'naïve', 'café']],
  ['очень плохо ٣ 😀', ['очень', 'плохо', STOP]],
  ['x'.repeat(41), [STOP]],
  ['', []],
])('reads %j word by word', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});
