import type { Inspection, Mapping, Survey } from '../core/intake.ts';
import { guessLabels } from '../core/label-values.ts';
import type { Label } from '../core/sentiment.ts';
import type { MappingMemory } from './intake-memory.ts';
import type { Draft } from './intake-state.ts';

export const ROLES = ['text', 'label', 'group', 'date', 'id'] as const;
export type Role = (typeof ROLES)[number];

type Choice = Pick<Draft, 'mapping' | 'mappingFrom'>;

/** @returns what was chosen for the last file of the same shape, else the guess */
export function recall(inspection: Inspection, memory: MappingMemory): Choice {
  const remembered = memory.read(inspection.shape);
  return remembered && fits(remembered, inspection)
    ? { mapping: remembered, mappingFrom: 'remembered' }
    : { mapping: inspection.mapping, mappingFrom: 'guess' };
}

/** What of the user's choices outlives another reading: all of them, as long as the columns can be the same ones. */
export function carryOver(draft: Draft, next: Inspection, memory: MappingMemory): Choice {
  const { inspection, mapping, mappingFrom } = draft;
  const same =
    inspection.columns.length === next.columns.length &&
    inspection.reading.format === next.reading.format &&
    inspection.reading.sheet === next.reading.sheet;
  return mappingFrom === 'chosen' && same ? { mapping, mappingFrom } : recall(next, memory);
}

/** A column has one role: taking it for another ends the one it had. Nothing but the text may take the text column. */
export function withColumn(
  mapping: Mapping,
  role: Role,
  index: number | undefined,
  { values }: Pick<Inspection, 'values'>,
): Mapping {
  if (role === 'text' && index === undefined) return mapping;
  if (role !== 'text' && index === mapping.text) return mapping;
  const next = { ...mapping };
  for (const other of ROLES) {
    if (other === 'text') continue;
    if (other === role || next[other] === index) delete next[other];
  }
  if (index !== undefined) next[role] = index;
  if (next.label === mapping.label) return next;
  const known = next.label === undefined ? [] : (values[next.label] ?? []);
  return { ...next, labels: guessLabels(known) };
}

export function withLabel(mapping: Mapping, value: string, label: Label | null): Mapping {
  return { ...mapping, labels: { ...mapping.labels, [labelKey(value)]: label } };
}

/**
 * What the labels stand for once the whole file has shown its values. What was guessed from its beginning gives way to the
 * better guess: 1 and 2 mean one thing alone, and another beside 5.
 */
export function withCounted(draft: Draft, counted: Survey['labels']): Mapping {
  const { mapping, mappingFrom, inspection } = draft;
  if (mapping.label === undefined) return mapping;
  const early =
    mappingFrom === 'remembered' ? {} : guessLabels(inspection.values[mapping.label] ?? []);
  const guesses = guessLabels(counted.map(({ value }) => value));
  const chosen = Object.entries(mapping.labels).filter(
    ([value, label]) => !(value in guesses) || label !== early[value],
  );
  return { ...mapping, labels: { ...guesses, ...Object.fromEntries(chosen) } };
}

/** @returns the key of a value of the label column in Mapping.labels */
export const labelKey = (value: string): string => value.trim().toLowerCase();

function fits(mapping: Mapping, { columns }: Inspection): boolean {
  return ROLES.every((role) => (mapping[role] ?? 0) < columns.length);
}
