import { Button, Card, NativeSelect, Text, Title } from '@mantine/core';
import { memo, useId, useState } from 'react';
import { intake } from '../../../app.ts';
import type { Mapping, Survey } from '../../../core/intake.ts';
import { labelKey } from '../../../core/label-values.ts';
import { startOf } from '../../../core/segments.ts';
import { areSentiment } from '../../../core/sentiment.ts';
import { labelsIn } from '../../../state/intake-labels.ts';
import { count } from '../../parts/format.ts';
import { labelStyle } from '../../parts/label-style.ts';
import { useApp } from '../../use-app.ts';
import styles from './intake.module.css';

interface Props {
  column: string;
  /** From the beginning of the file. */
  known: readonly string[] | undefined;
  /** From the whole file, once it is counted. */
  counted: Survey['labels'] | undefined;
  labels: Mapping['labels'];
}

const STEP = 10;

/** What each value of the label column stands for. */
export const LabelsCard = memo(function LabelsCard({ column, known, counted, labels }: Props) {
  const id = useId();
  const [most, setMost] = useState(STEP);
  const names = useApp(labelsIn);
  const options = optionsOf(names);
  const values: readonly { value: string; count?: number }[] =
    counted ?? (known ?? []).map((value) => ({ value }));
  const used = values.some(({ value }) => labels[labelKey(value)]);
  const more = values.length - most;

  return (
    <Card withBorder padding="lg" component="section" aria-labelledby={id}>
      <Title order={2} size="h5" id={id} style={{ overflowWrap: 'anywhere' }}>
        What “{startOf(column, 60)}” stands for
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {values.length === 0
          ? 'Its values show once the file is counted.'
          : used
            ? 'Change what is wrong.'
            : 'No value is used yet, so nothing will be compared. Choose what the values stand for.'}
      </Text>
      <ul className={styles.values}>
        {values.slice(0, most).map(({ value, count: rows }) => (
          <li key={value} className={styles.value} data-own={!areSentiment(names) || undefined}>
            <span className={styles.valueName} dir="auto">
              {value.trim() === '' ? '(empty)' : startOf(value, 80)}
            </span>
            <span className={styles.dim}>{rows !== undefined && rowsOf(rows)}</span>
            <NativeSelect
              aria-label={`“${startOf(value, 80)}” stands for`}
              value={labels[labelKey(value)] ?? ''}
              data={options}
              onChange={(event) => intake.chooseLabel(value, event.currentTarget.value || null)}
            />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          style={{ alignSelf: 'start' }}
          onClick={() => setMost(most + 2 * STEP)}
        >
          Show {count(Math.min(more, 2 * STEP))} more of {count(values.length)} values
        </Button>
      )}
    </Card>
  );
});

const optionsOf = (labels: readonly string[]) => [
  ...labels.map((value) => {
    const { mark, word } = labelStyle(value);
    return { value, label: `${mark} ${startOf(word, 60)}` };
  }),
  { value: '', label: 'Not used' },
];

const rowsOf = (rows: number) => (rows === 1 ? '1 row' : `${count(rows)} rows`);
