import * as v from 'valibot';

/** Field names of MLPerf inference: one request after the other; all texts known; requests arriving by themselves. */
export const SCENARIOS = ['single-stream', 'offline', 'server'] as const;
export type Scenario = (typeof SCENARIOS)[number];

/** How texts are put into batches: as they stand in the file, or sorted by their number of tokens. */
export const PLANS = ['file', 'sorted'] as const;
export type Plan = (typeof PLANS)[number];

/** Judges without a network: a lexicon, and a linear classifier trained on the spot. */
export const BASELINES = ['vader', 'bag-of-words'] as const;
export type Baseline = (typeof BASELINES)[number];

/** Most texts of a run: memory and patience. */
export const MOST_TEXTS = 1000;

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const some = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.minLength(1));

export const TextSource = v.variant('kind', [
  v.object({ kind: v.literal('everyday'), count: whole(32, MOST_TEXTS) }),
  v.object({ kind: v.literal('hard'), count: whole(32, MOST_TEXTS) }),
  /** Rows of a scored file, drawn by the seed. */
  v.object({
    kind: v.literal('run'),
    run: v.string(),
    name: v.string(),
    count: whole(32, MOST_TEXTS),
  }),
  /** Made texts of exactly so many tokens, special ones included. */
  v.object({ kind: v.literal('tokens'), lengths: some(whole(8, 512)) }),
]);
export type TextSource = v.InferOutput<typeof TextSource>;

/** All that decides what a run does: with the same settings, two machines are asked the same. */
export const BenchSettings = v.object({
  /** Ids: of a bundled model, a baseline, or 'hub' for the hub model chosen on the Engine card. The first gets all axes. */
  models: some(v.string()),
  /** What models run on: kernel and wasm are both the processor, through our own kernel or the library's runtime. */
  devices: some(v.picklist(['kernel', 'wasm', 'webgpu'])),
  scenarios: some(v.picklist(SCENARIOS)),
  /** Of batch; real time has one by definition. */
  workers: some(whole(1, 8)),
  batchSizes: some(whole(1, 64)),
  plans: some(v.picklist(PLANS)),
  texts: TextSource,
  /** Time cap of what is timed; loading and warming up come on top. */
  seconds: whole(5, 900),
  seed: whole(0, 2 ** 31 - 1),
  /** ms: the bound on p95 that the Server scenario holds its rates against. */
  boundMs: whole(1, 10_000),
  /** Requests a second of the Server scenario; empty: shares of the measured capacity. */
  rates: v.array(v.pipe(v.number(), v.minValue(0.1), v.maxValue(1000))),
});
export type BenchSettings = v.InferOutput<typeof BenchSettings>;

/** Under a minute on the machines we have: two shared cores. */
export const DEFAULT_SETTINGS: BenchSettings = {
  models: ['sentiscope-base', 'sentiscope-small', 'vader', 'bag-of-words'],
  devices: ['kernel'],
  scenarios: ['single-stream', 'offline', 'server'],
  workers: [1, 2],
  batchSizes: [1, 4, 16],
  plans: ['file', 'sorted'],
  texts: { kind: 'everyday', count: 192 },
  seconds: 36,
  seed: 1,
  boundMs: 100,
  rates: [],
};
