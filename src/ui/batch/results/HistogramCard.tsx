import { useMemo } from 'react';
import { results } from '../../../app.ts';
import { useApp } from '../../use-app.ts';
import { BinButtons } from './BinButtons.tsx';
import { ChartCard } from '../../parts/ChartCard.tsx';
import { histogram, histogramLabel } from './histogram.ts';
import { showTable } from './show-table.ts';

const HEIGHT = 270;

export function HistogramCard({ bins }: { bins: readonly number[] }) {
  const chosen = useApp(({ results }) => results.query.filter.positive);
  const options = useMemo(() => histogram(bins), [bins]);
  return (
    <ChartCard
      title="How positive"
      label={histogramLabel(bins)}
      height={HEIGHT}
      options={options}
      over={
        <BinButtons
          bins={bins}
          chosen={chosen}
          onChoose={(positive) => {
            results.setFilter(positive ? { positive } : {});
            if (positive) showTable();
          }}
        />
      }
    />
  );
}
