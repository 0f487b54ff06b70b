import { Tokenizer } from '@huggingface/tokenizers';
import type { Piece } from '../core/protocol.ts';

/** Texts to token ids and back. */
export interface TextReader {
  /** Token ids of a text without special tokens. */
  encode(text: string): number[];
  /** Puts the model's special tokens around one window. */
  wrap(ids: readonly number[]): number[];
  pieces(ids: readonly number[]): Piece[];
}

/**
 * A bundled model's own reader: the tokenizer that the inference library wraps too, without the library.
 *
 * @throws SyntaxError, or what the tokenizer says of files that it can't make sense of
 */
export async function openReader(files: Record<string, Blob>): Promise<TextReader> {
  const read = async (name: string) => JSON.parse(await files[name]!.text()) as object;
  const [tokenizer, config] = await Promise.all([
    read('tokenizer.json'),
    read('tokenizer_config.json'),
  ]);
  return readerOf(new Tokenizer(tokenizer, config));
}

export function readerOf(tokenizer: Tokenizer): TextReader {
  const encode = (text: string, special: boolean) =>
    tokenizer.encode(text, { add_special_tokens: special }).ids;

  const empty = encode('', true);
  const [head, tail] = [empty.slice(0, 1), empty.slice(1)];
  const added = tokenizer.get_added_tokens_decoder();
  return {
    encode: (text) => encode(text, false),
    wrap: (ids) => [...head, ...ids, ...tail],
    pieces: (ids) =>
      ids.map((id) => ({
        id,
        text: tokenizer.id_to_token(id) ?? '',
        special: added.get(id)?.special ?? false,
      })),
  };
}
