import { Text } from '@mantine/core';
import { judge } from '../../../core/analysis/judge.ts';
import type { FigureTable } from '../../parts/figure-table.ts';
import { count, percent } from '../../parts/format.ts';
import { NumbersTable } from '../../parts/NumbersTable.tsx';

type Row = ReturnType<typeof judge>['classes'][number] & { label: string };

interface Props {
  /** [given][predicted] */
  confusion: readonly (readonly number[])[];
  labels: readonly string[];
}

/** Precision, recall and F1 of each label. */
export function ClassScores({ confusion, labels }: Props) {
  const { classes } = judge(confusion);
  const rows = classes.map((scores, k) => ({ ...scores, label: labels[k]! }));
  return (
    <>
      <NumbersTable name="By label" table={tableOf(rows)} />
      <Text size="sm" c="dimmed" mt="xs">
        Precision: of the texts that got this label, how many have it. Recall: of those that have
        it, how many got it. F1: the harmonic mean of both; macro-F1 is the mean over the labels.
      </Text>
    </>
  );
}

function tableOf(rows: readonly Row[]): FigureTable<Row> {
  const show = (share: number) => percent(share, 1);
  return {
    rows,
    columns: [
      { name: 'Label', value: ({ label }) => label },
      { name: 'Texts', value: ({ given }) => given, show: count },
      { name: 'Precision', value: ({ precision }) => precision, show },
      { name: 'Recall', value: ({ recall }) => recall, show },
      { name: 'F1', value: ({ f1 }) => f1, show },
    ],
  };
}
