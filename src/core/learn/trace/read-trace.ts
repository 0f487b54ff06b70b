import * as v from 'valibot';

/** One line of a training's log. */
export interface TraceEntry {
  /** Updates of the weights so far. */
  step: number;
  loss: number;
  /** Share of the training batches' texts, 0 to 1, that were given the right label or, see Trace, the teacher's. */
  fit: number;
  learningRate: number;
  /** Since the training began. */
  seconds: number;
  /** Read since the training began. */
  tokens?: number;
  /** Accuracy, 0 to 1, on each development set; only where they were checked. */
  dev?: Readonly<Record<string, number>>;
}

/** A training as it was logged. */
export interface Trace {
  /** In order of steps, two at least. */
  entries: readonly TraceEntry[];
  /** What `fit` counts: right labels, or the same label as the teacher that was learnt from. */
  fit: 'accuracy' | 'agreement';
  devSets: readonly string[];
}

const FITS = ['accuracy', 'agreement'] as const;
const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const Positive = v.pipe(v.number(), v.minValue(0));

const Entry = v.object({
  step: v.pipe(v.number(), v.integer(), v.minValue(1)),
  loss: v.number(),
  accuracy: v.exactOptional(Share),
  agreement: v.exactOptional(Share),
  lr: Positive,
  seconds: Positive,
  tokens: v.exactOptional(Positive),
  dev: v.exactOptional(v.pipe(v.record(v.string(), Share), v.minEntries(1))),
});
type Log = readonly v.InferOutput<typeof Entry>[];

const fitOf = (log: Log) => FITS.find((fit) => log.every((entry) => entry[fit] !== undefined));

const File = v.pipe(
  v.array(Entry),
  v.minLength(2),
  v.check(
    (log) => log.every(({ step }, i) => i === 0 || step > log[i - 1]!.step),
    'the steps are not in order',
  ),
  v.check((log) => fitOf(log) !== undefined, 'accuracy or agreement is missing'),
);

/**
 * Reads a model's training.json.
 *
 * @throws ValiError for anything that is no such log
 */
export function readTrace(data: unknown): Trace {
  const log = v.parse(File, data);
  const fit = fitOf(log)!; // the schema has asked
  return {
    entries: log.map(({ lr, accuracy, agreement, ...entry }) => ({
      ...entry,
      fit: (fit === 'accuracy' ? accuracy : agreement)!,
      learningRate: lr,
    })),
    fit,
    devSets: [...new Set(log.flatMap(({ dev = {} }) => Object.keys(dev)))],
  };
}
