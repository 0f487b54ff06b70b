import { useMemo } from 'react';
import { results } from '../../../app.ts';
import type { Filter } from '../../../core/runs.ts';
import { areSentiment } from '../../../core/sentiment.ts';
import { ChartCard } from '../../parts/ChartCard.tsx';
import { useApp } from '../../use-app.ts';
import { BinButtons } from './BinButtons.tsx';
import { histogram, histogramLabel, histogramOf } from './histogram.ts';
import { showTable } from './show-table.ts';

const HEIGHT = 270;

interface Props {
  labels: readonly string[];
  bins: readonly number[];
}

export function HistogramCard({ labels, bins }: Props) {
  const filter = useApp(({ results }) => results.query.filter);
  const { title, of } = histogramOf(labels);
  const options = useMemo(() => histogram(bins, of), [bins, of]);
  const isPositive = areSentiment(labels);

  /** A bar leaves out its upper end, the filter for the confidence does not. */
  const filterOf = ([from, to]: readonly [number, number]): Filter =>
    isPositive ? { positive: [from, to] } : { confidence: [from, to < 1 ? below(to) : 1] };
  const whole = (end: number) => Math.round(end * bins.length) / bins.length;
  const { positive, confidence } = filter;
  const chosen = isPositive
    ? positive
    : confidence && ([confidence[0], whole(confidence[1])] as const);

  return (
    <ChartCard
      title={title}
      label={histogramLabel(bins, of)}
      height={HEIGHT}
      options={options}
      over={
        <BinButtons
          of={of}
          bins={bins}
          chosen={chosen}
          onChoose={(range) => {
            results.setFilter(range ? filterOf(range) : {});
            if (range) showTable();
          }}
        />
      }
    />
  );
}

/** The largest number of 32 bits, as probabilities are, under this one. */
function below(end: number): number {
  const number = new Float32Array([end]);
  if (number[0]! >= end) new Uint32Array(number.buffer)[0]! -= 1;
  return number[0]!;
}
