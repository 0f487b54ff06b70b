/** Columns of an export of ours that its results are read from: docs/storage.md. */
const NEEDED = [
  'predicted',
  'negative',
  'neutral',
  'positive',
  'tokens',
  'windows',
  'model',
] as const;
const OTHERS = ['label', 'confidence', 'corrected', 'given', 'flags', 'row'] as const;
type Name = (typeof NEEDED)[number] | (typeof OTHERS)[number];

/** Results that a file brings along, from this page or from scale/. */
export interface ResultsFound {
  /** Where our columns are, as indices into the file's. */
  places: Readonly<Record<(typeof NEEDED)[number], number> & Partial<Record<Name, number>>>;
  /** The file's own columns, as indices. */
  own: readonly number[];
  /** Key of the model, as the first scored row has it. */
  model: string;
}

/**
 * Finds our columns among a file's. Of a file that was scored twice, the later results: those whose names end in the higher
 * number.
 *
 * @returns undefined where one that is needed is missing
 */
export function findResults(names: readonly string[]): Omit<ResultsFound, 'model'> | undefined {
  const numbers = names.flatMap((name) => {
    const found = /^sentiscope_predicted(?:_(\d+))?$/.exec(name);
    return found ? [Number(found[1] ?? 1)] : [];
  });
  for (const number of numbers.sort((a, b) => b - a)) {
    const ending = number === 1 ? '' : `_${number}`;
    const place = (name: Name) => names.indexOf(`sentiscope_${name}${ending}`);
    const found = [...NEEDED, ...OTHERS].map((name) => [name, place(name)] as const);
    const places = Object.fromEntries(found.filter(([, index]) => index >= 0));
    if (!NEEDED.every((name) => name in places)) continue;
    const ours = new Set(Object.values(places));
    const own = names.flatMap((_, i) => (ours.has(i) ? [] : [i]));
    return { places: places as ResultsFound['places'], own }; // all that are needed are there
  }
  return undefined;
}
