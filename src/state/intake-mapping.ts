import { hashText } from '../core/analysis/hash.ts';
import type { Inspection, Mapping, Survey } from '../core/intake.ts';
import { labelKey, readLabels } from '../core/label-values.ts';
import { areSentiment, LABELS } from '../core/sentiment.ts';
import type { MappingMemory } from './intake-memory.ts';
import type { Draft } from './intake-state.ts';

export const ROLES = ['text', 'label', 'group', 'date', 'id'] as const;
export type Role = (typeof ROLES)[number];

type Choice = Pick<Draft, 'mapping' | 'mappingFrom'>;

/**
 * @param labels of the model that is to score
 * @returns what was chosen for the last file of the same shape and labels, else the guess
 */
export function recall(
  inspection: Inspection,
  labels: readonly string[],
  memory: MappingMemory,
): Choice {
  const remembered = memory.read(memoryKey(inspection, labels));
  if (!remembered || !fits(remembered, inspection))
    return { mapping: guessMapping(inspection, labels), mappingFrom: 'guess' };
  const mapping = areSentiment(labels) ? remembered : relabelled(remembered, inspection, labels);
  return { mapping, mappingFrom: 'remembered' };
}

/** Remembers the columns, and of sentiment what the values stand for: other labels are found by their names. */
export function remember(
  mapping: Mapping,
  inspection: Inspection,
  labels: readonly string[],
  memory: MappingMemory,
) {
  const kept = areSentiment(labels) ? mapping : { ...mapping, labels: {} };
  memory.write(memoryKey(inspection, labels), kept);
}

function memoryKey({ shape }: Inspection, labels: readonly string[]): string {
  return areSentiment(labels) ? shape : `${shape} ${hashText(JSON.stringify(labels)).toString(36)}`;
}

/** The importer's guess takes labels for sentiment. Of others the label column is the one that has most of their names in it. */
function guessMapping(inspection: Inspection, labels: readonly string[]): Mapping {
  const { mapping, values } = inspection;
  if (areSentiment(labels)) return mapping;
  const names = new Set(labels.map(labelKey));
  const named = values.map((known, i) =>
    i === mapping.text ? 0 : (known ?? []).filter((value) => names.has(labelKey(value))).length,
  );
  const most = Math.max(...named);
  const column = most < 2 ? undefined : named.indexOf(most);
  return withColumn({ ...mapping, labels: {} }, 'label', column, inspection, labels);
}

/** The same columns; their values read anew, for another model. */
export function relabelled(
  mapping: Mapping,
  { values }: Pick<Inspection, 'values'>,
  labels: readonly string[],
): Mapping {
  if (mapping.label === undefined) return { ...mapping, labels: {} };
  return { ...mapping, labels: readLabels(values[mapping.label] ?? [], labels) };
}

/** What of the user's choices outlives another reading: all of them, as long as the columns can be the same ones. */
export function carryOver(
  draft: Draft,
  next: Inspection,
  labels: readonly string[],
  memory: MappingMemory,
): Choice {
  const { inspection, mapping, mappingFrom } = draft;
  const same =
    inspection.columns.length === next.columns.length &&
    inspection.reading.format === next.reading.format &&
    inspection.reading.sheet === next.reading.sheet;
  return mappingFrom === 'chosen' && same ? { mapping, mappingFrom } : recall(next, labels, memory);
}

/** A column has one role: taking it for another ends the one it had. Nothing but the text may take the text column. */
export function withColumn(
  mapping: Mapping,
  role: Role,
  index: number | undefined,
  { values }: Pick<Inspection, 'values'>,
  labels: readonly string[] = LABELS,
): Mapping {
  if (role === 'text' && index === undefined) return mapping;
  if (role !== 'text' && index === mapping.text) return mapping;
  const next = { ...mapping };
  for (const other of ROLES) {
    if (other === 'text') continue;
    if (other === role || next[other] === index) delete next[other];
  }
  if (index !== undefined) next[role] = index;
  return next.label === mapping.label ? next : relabelled(next, { values }, labels);
}

export function withLabel(mapping: Mapping, value: string, label: string | null): Mapping {
  return { ...mapping, labels: { ...mapping.labels, [labelKey(value)]: label } };
}

/**
 * What the labels stand for once the whole file has shown its values. What was guessed from its beginning gives way to the
 * better guess: 1 and 2 mean one thing alone, and another beside 5.
 */
export function withCounted(
  draft: Draft,
  counted: Survey['labels'],
  labels: readonly string[] = LABELS,
): Mapping {
  const { mapping, mappingFrom, inspection } = draft;
  if (mapping.label === undefined) return mapping;
  const early =
    mappingFrom === 'remembered' ? {} : readLabels(inspection.values[mapping.label] ?? [], labels);
  const guesses = readLabels(
    counted.map(({ value }) => value),
    labels,
  );
  const chosen = Object.entries(mapping.labels).filter(
    ([value, label]) => !(value in guesses) || label !== early[value],
  );
  return { ...mapping, labels: { ...guesses, ...Object.fromEntries(chosen) } };
}

function fits(mapping: Mapping, { columns }: Inspection): boolean {
  return ROLES.every((role) => (mapping[role] ?? 0) < columns.length);
}
