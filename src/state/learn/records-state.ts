import type { Failure } from '../../core/failure.ts';
import type { ModelCard } from '../../core/learn/trace/read-card.ts';
import type { SourceFigures } from '../../core/learn/trace/read-metrics.ts';
import type { Trace } from '../../core/learn/trace/read-trace.ts';

/** What lies beside a bundled model and tells of it. */
export interface ModelRecord {
  training: Trace;
  metrics: readonly SourceFigures[];
  card: ModelCard;
}

export type RecordName = keyof ModelRecord;

export type Reading<T> =
  { phase: 'reading' } | { phase: 'ready'; content: T } | { phase: 'failed'; failure: Failure };

/** By model; nothing for what nobody has asked for yet. */
export type Records = Readonly<
  Record<string, { readonly [K in RecordName]?: Reading<ModelRecord[K]> }>
>;
