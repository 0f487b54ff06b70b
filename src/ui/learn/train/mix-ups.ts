/** Pairs of labels that were mixed up, most frequent first. @param confusion [given][predicted] */
export function mixUps(confusion: readonly (readonly number[])[]) {
  return confusion
    .flatMap((row, given) => row.map((texts, predicted) => ({ given, predicted, texts })))
    .filter(({ given, predicted, texts }) => texts > 0 && given !== predicted)
    .sort((a, b) => b.texts - a.texts);
}
