/** Shorter texts say too little. */
const LEAST_LETTERS = 24;
const LEAST_WORDS = 6;

/** The most frequent words of English, and of other languages in Latin script. */
const ENGLISH = new Set(
  (
    'the and is it to of in was for this that with but not you are my on have they be as at so had very all ' +
    'from were good great would there just one when out what if which been has its more we i your an or me ' +
    "he she his her their our will can no get do did don't it's about up only than them too really like"
  ).split(' '),
);
const OTHER = new Set(
  // German, Dutch
  (
    'der die das und ist nicht ich ein eine mit für den zu auf es im sehr auch sich von dem wie aber noch wir sie ' +
    'het een van niet dat voor zijn met ook maar wel deze ik heb ' +
    // French
    'le la les des et est une pas que qui dans pour sur avec ce je très mais plus nous vous du au il elle ' +
    // Spanish, Portuguese, Italian
    'el los las una por con para muy pero lo se del al como más yo es está no me todo ' +
    'não uma com muito mas os do da em um foi eu isso você ' +
    'che non di il per sono molto ma ho gli della è un anche ' +
    // Polish, Swedish, Turkish, Indonesian, Vietnamese
    'nie jest się na jak bardzo ale to w i z do tak och att det som inte jag är mycket på den ' +
    've bir çok bu için ama da de değil yang dan ini itu tidak sangat untuk dengan không và là rất này'
  ).split(' '),
);
/** Words of English and of another language alike say nothing. */
const SHARED =
  'i w z a me no do to an den met per com plus wie al em van is in was of on as at so had he has we or will am all die her';
for (const word of SHARED.split(' ')) ENGLISH.delete(word);
for (const word of [...SHARED.split(' '), ...ENGLISH]) OTHER.delete(word);

const LETTERS = /\p{L}/gu;

const LATIN = /[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff]/g;

/**
 * Whether a text looks not to be English: another script, or the small words of another language and none of English.
 * In doubt it is English: a row called foreign by mistake sends its reader looking for nothing.
 */
export function looksForeign(text: string): boolean {
  const part = text.length > 600 ? text.slice(0, 600) : text;
  if (part.length < 8) return false;
  if (!isPlain(part)) {
    const letters = part.match(LETTERS)?.length ?? 0;
    const latin = part.match(LATIN)?.length ?? 0;
    // Scripts without spaces say much in few letters.
    if (letters >= 8 && letters - latin > 0.5 * letters) return true;
  }
  if (part.length < LEAST_LETTERS) return false;
  const words = part.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  if (words.length < LEAST_WORDS) return false;
  let english = 0;
  let other = 0;
  for (const word of words) {
    if (ENGLISH.has(word)) english += 1;
    else if (OTHER.has(word)) other += 1;
  }
  return english === 0
    ? other >= 2 && other >= 0.12 * words.length
    : other > 4 * english && other >= 6;
}

/** Only ASCII: no other script. */
// eslint-disable-next-line no-control-regex -- all of ASCII
const isPlain = (text: string) => /^[\x00-\x7f]*$/.test(text);
