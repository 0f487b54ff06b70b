import { Title } from '@mantine/core';
import { useMemo } from 'react';
import type { Examples } from '../../../core/learn/train/examples.ts';
import { Chart } from '../../parts/Chart.tsx';
import type { FigureTable } from '../../parts/figure-table.ts';
import { count, percent } from '../../parts/format.ts';
import { AsTable } from '../../parts/NumbersTable.tsx';
import {
  balanceChart,
  balanceHeight,
  balanceLabel,
  sharesOf,
  type Share,
} from './balance-chart.ts';

/** How many texts each label has. */
export function BalanceChart({ examples: { labels, targets } }: { examples: Examples }) {
  const shares = useMemo(() => sharesOf(labels, targets), [labels, targets]);
  const options = useMemo(() => balanceChart(shares), [shares]);
  return (
    <div>
      <Title order={4} size="h6" mb="xs">
        Texts of each label
      </Title>
      <Chart label={balanceLabel(shares)} height={balanceHeight(shares.length)} options={options} />
      <AsTable name="Texts of each label" table={tableOf(shares)} />
    </div>
  );
}

const tableOf = (rows: readonly Share[]): FigureTable<Share> => ({
  rows,
  columns: [
    { name: 'Label', value: ({ label }) => label },
    { name: 'Texts', value: ({ texts }) => texts, show: count },
    { name: 'Share', value: ({ share }) => share, show: (share) => percent(share, 1) },
  ],
});
