import type { Label } from '../core/sentiment.ts';

const WORDS: Record<Label, RegExp> = {
  negative: /^(neg|negative|very[ _-]negative|bad|0?[12][ _-]?stars?)$/i,
  neutral: /^(neu|neutral|mixed|objective|0?3[ _-]?stars?)$/i,
  positive: /^(pos|positive|very[ _-]positive|good|0?[45][ _-]?stars?)$/i,
};

/**
 * What each of a hub model's classes counts as, guessed from its names.
 *
 * @param id2label as in the model's config.json: names by logit index, "0", "1", …
 * @returns a label for each class in the order of the logits, undefined where the name says nothing (LABEL_0, joy)
 */
export function guessClasses(id2label: Record<string, string>): (Label | undefined)[] {
  return Object.keys(id2label)
    .sort((a, b) => Number(a) - Number(b))
    .map((key) =>
      (Object.keys(WORDS) as Label[]).find((label) => WORDS[label].test(id2label[key]!.trim())),
    );
}
