import { NativeSelect } from '@mantine/core';
import { byFrequency } from '../../../core/analysis/tally.ts';
import type { Summary } from '../../../core/runs.ts';
import { startOf } from '../../../core/segments.ts';

interface Props {
  /** What the choice is for: "Share of". */
  name: string;
  labels: readonly string[];
  summary: Summary;
  value: string;
  onChange: (label: string) => void;
}

/** One of a model's own labels, the most frequent ones first. */
export function FocusSelect({ name, labels, summary, value, onChange }: Props) {
  return (
    <NativeSelect
      label={name}
      size="xs"
      mb="xs"
      maw={320}
      value={value}
      data={byFrequency(labels, summary.counts).map((label) => ({
        value: label,
        label: startOf(label, 60),
      }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
