import { describe, expect, it } from 'vitest';
import type { Inspection, Mapping } from '../core/intake.ts';
import { forLabels } from './intake-labels.ts';
import { recall, remember, withColumn, withCounted, withLabel } from './intake-mapping.ts';
import { createMappingMemory } from './intake-memory.ts';
import type { Draft } from './intake-state.ts';

const VALUES = {
  values: [undefined, undefined, ['negative', 'positive'], ['1', '2', '3', '4', '5'], undefined],
};
const MAPPING: Mapping = { text: 1, label: 2, labels: { negative: 'negative' } };

describe('withColumn', () => {
  it('guesses what the values of another label column stand for', () => {
    const { label, labels } = withColumn(MAPPING, 'label', 3, VALUES);
    expect(label).toBe(3);
    expect(labels).toMatchObject({ 1: 'negative', 5: 'positive' });
    expect(labels).not.toHaveProperty('negative');
  });

  it('ends the role that a column had before', () => {
    expect(withColumn(MAPPING, 'group', 2, VALUES)).toEqual({ text: 1, group: 2, labels: {} });
    expect(withColumn(MAPPING, 'text', 2, VALUES)).toEqual({ text: 2, labels: {} });
  });

  it('takes a role back', () => {
    expect(withColumn(MAPPING, 'label', undefined, VALUES)).toEqual({ text: 1, labels: {} });
  });

  it('keeps what the labels stand for when another role changes', () => {
    expect(withColumn(MAPPING, 'date', 4, VALUES)).toEqual({ ...MAPPING, date: 4 });
  });

  it('leaves the text its column', () => {
    expect(withColumn(MAPPING, 'id', 1, VALUES)).toBe(MAPPING);
    expect(withColumn(MAPPING, 'text', undefined, VALUES)).toBe(MAPPING);
  });
});

describe('labels', () => {
  it('are kept by their value without case and outer spaces', () => {
    expect(withLabel(MAPPING, ' Good ', 'positive').labels).toHaveProperty('good', 'positive');
  });

  const draft = (mapping: Mapping, mappingFrom: Draft['mappingFrom'] = 'chosen') =>
    ({ mapping, mappingFrom, inspection: VALUES }) as unknown as Draft; // all that is read of it
  const counted = (...values: string[]) => values.map((value) => ({ value, count: 1 }));

  it('that only the whole file shows are guessed, those chosen stand', () => {
    const chosen = withLabel(MAPPING, 'Positive', 'neutral');
    const { labels } = withCounted(draft(chosen), counted('positive', 'neutral'));
    expect(labels).toMatchObject({ positive: 'neutral', neutral: 'neutral' });
  });

  it('that were guessed from the beginning give way to the guess from the whole file', () => {
    const values = [['1', '2']];
    const early: Mapping = { text: 1, label: 0, labels: { 1: 'negative', 2: 'positive' } };
    const all = counted('1', '2', '3', '4', '5');
    const whole = (mappingFrom: Draft['mappingFrom']) =>
      withCounted({ ...draft(early, mappingFrom), inspection: { values } } as unknown as Draft, all)
        .labels;
    expect(whole('guess')).toMatchObject({ 2: 'negative', 5: 'positive' });
    expect(whole('remembered')).toMatchObject({ 2: 'positive', 5: 'positive' });
  });
});

describe('a model with labels of its own', () => {
  const topics = ['Refund', 'late'];
  const inspection = {
    shape: 'a',
    columns: ['text', 'stars', 'topic', 'shop'].map((name) => ({ name, role: undefined })),
    values: [undefined, ['1', '5'], ['LATE', 'refund ', '?'], ['north', 'south']],
    mapping: { text: 0, label: 1, group: 2, labels: { 1: 'negative', 5: 'positive' } },
  } as unknown as Inspection; // all that is read of it
  const memory = () => {
    let kept: unknown;
    return createMappingMemory({ read: () => kept, write: (mappings) => (kept = mappings) });
  };

  it('finds the column that names them, whatever it was taken for', () => {
    const { mapping } = recall(inspection, topics, memory());
    expect(mapping).toEqual({
      text: 0,
      label: 2,
      labels: { late: 'late', refund: 'Refund', '?': null },
    });
  });

  it('has no given label where no column names them', () => {
    const { mapping } = recall(inspection, ['x', 'y'], memory());
    expect(mapping).toEqual({ text: 0, group: 2, labels: {} });
  });

  it('remembers columns for itself, not what was chosen for sentiment', () => {
    const kept = memory();
    remember({ text: 0, label: 3, labels: {} }, inspection, topics, kept);
    expect(recall(inspection, topics, kept)).toMatchObject({
      mapping: { label: 3 },
      mappingFrom: 'remembered',
    });
    expect(recall(inspection, ['late', 'other'], kept).mappingFrom).toBe('guess');
  });

  it('that comes while a draft is open leaves the chosen columns and reads their values anew', () => {
    const draft = {
      inspection,
      mapping: { text: 0, label: 2, labels: { late: 'negative' } },
      mappingFrom: 'chosen',
      survey: { phase: 'done', survey: { labels: [{ value: 'Late', count: 3 }] } },
    } as unknown as Draft; // as above
    expect(forLabels(draft, topics, memory()).mapping).toEqual({
      text: 0,
      label: 2,
      labels: { late: 'late', refund: 'Refund', '?': null },
    });
  });
});
