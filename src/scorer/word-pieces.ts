import type { Tokenizer } from '@huggingface/tokenizers';
import type { PreTrainedTokenizer } from '@xenova/transformers';
import type { LookedText, Try } from '../core/protocol.ts';

/** What the library's tokenizers have inside, and their public types leave out. */
export const innerOf = (tokenizer: PreTrainedTokenizer): Tokenizer =>
  (tokenizer as unknown as { _tokenizer: Tokenizer })._tokenizer;

/** Mark of a piece that goes on with a word; the bundled models' tokenizer.json. */
const GOES_ON = '##';
/** Longer words become [UNK] unread; the bundled models' tokenizer.json. */
const LONGEST_WORD = 100;

/** How a text is normalised, cut into words and looked up, by the steps of the tokenizer itself. */
export function readWords(
  { normalizer, pre_tokenizer, token_to_id }: Steps,
  text: string,
): Pick<LookedText, 'letters' | 'normalized'> & { words: { word: string; tries: Try[] }[] } {
  const normalize = (part: string) => normalizer?.normalize(part) ?? part;
  const normalized = normalize(text);
  const words = pre_tokenizer?.pre_tokenize(normalized) ?? [normalized];
  return {
    normalized,
    letters: Array.from(text, (from) => ({ from, to: normalize(from) })),
    words: words.map((word) => ({
      word,
      tries: lookUps(word, (piece) => token_to_id(piece) !== undefined),
    })),
  };
}

/** The steps of a tokenizer. */
interface Steps {
  normalizer: { normalize(text: string): string } | null;
  pre_tokenizer: { pre_tokenize(text: string): string[] } | null;
  token_to_id: (token: string) => number | undefined;
}

/**
 * WordPiece: takes the longest piece of the vocabulary that the word begins with, and goes on with the rest
 * (Wu et al. 2016, "Google's Neural Machine Translation System", and BERT's reference implementation).
 *
 * @param isKnown whether the vocabulary holds a piece
 * @returns every lookup made; none for a word that is too long to be read
 */
export function lookUps(word: string, isKnown: (piece: string) => boolean): Try[] {
  const letters = Array.from(word);
  const tries: Try[] = [];
  if (letters.length > LONGEST_WORD) return tries;
  for (let from = 0; from < letters.length;) {
    let to = letters.length;
    for (; to > from; to--) {
      const piece = (from > 0 ? GOES_ON : '') + letters.slice(from, to).join('');
      const found = isKnown(piece);
      tries.push({ piece, found });
      if (found) break;
    }
    if (to === from) return tries; // no piece fits: the whole word is [UNK]
    from = to;
  }
  return tries;
}
