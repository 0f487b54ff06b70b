import { Text } from '@mantine/core';
import { useMemo } from 'react';
import type { CellFigures, Headline } from '../../../core/bench/figures.ts';
import { paddingShare, strips } from '../../../core/bench/padding.ts';
import { ChartCard } from '../../parts/ChartCard.tsx';
import { ms, percent } from '../../parts/format.ts';
import { csvOf, type FigureTable } from './figure-table.ts';
import { AsTable } from './NumbersTable.tsx';
import { paddingChart, paddingHeight, type PaddingRows } from './padding-chart.ts';
import styles from './results.module.css';

const TITLE = 'Padding';
const NAMES = { file: 'In file order', sorted: 'Sorted by length' } as const;

/** What it costs to fill up texts of unequal length, in file order and sorted. */
export function PaddingCard({ headline }: { headline: Headline }) {
  const { engine, batch, others } = headline;
  const cells = useMemo(
    () => [...(batch ? [batch] : []), ...others.map(({ figures }) => figures)],
    [batch, others],
  );
  const size = largestSize(cells);
  const rows = useMemo(
    () =>
      (['file', 'sorted'] as const).map((plan): PaddingRows => {
        const list = strips(engine.tokens, size, plan);
        const share = paddingShare(list);
        return { name: `${NAMES[plan]}: ${percent(share)} padding`, strips: list, share };
      }),
    [engine, size],
  );
  const options = useMemo(() => paddingChart(rows), [rows]);
  if (size < 2) return null;
  if (!engine.pads)
    return (
      <Text size="sm" c="dimmed">
        {engine.title} pads nothing here: only texts of equal length share a forward pass.
      </Text>
    );
  const table = tableOf(rows);
  return (
    <ChartCard
      title={TITLE}
      label={`Batches of ${size} over all ${engine.tokens.length} texts: ${percent(rows[0]!.share)} padding in file order, ${percent(rows[1]!.share)} sorted by length.`}
      height={paddingHeight(rows.length)}
      options={options}
      lead={
        <ul className={styles.keys}>
          <li>
            <span className={styles.swatch} style={{ background: 'var(--chart-1)' }} />
            real tokens
          </li>
          <li>
            <span
              className={styles.swatch}
              style={{ background: 'var(--chart-3)', opacity: 0.35 }}
            />
            padding: worked through all the same
          </li>
        </ul>
      }
      csv={() => csvOf(table)}
    >
      <Text size="sm" c="dimmed">
        Every text of a batch is filled up to the longest in it. {costText(cells, size)}
      </Text>
      <AsTable name={TITLE} table={table} />
    </ChartCard>
  );
}

const largestSize = (cells: readonly CellFigures[]) =>
  Math.max(1, ...cells.map(({ cell }) => cell.batchSize));

/** What the measured batches of this size took under each plan. */
function costText(cells: readonly CellFigures[], size: number): string {
  const of = (plan: 'file' | 'sorted') =>
    cells.find(({ cell }) => cell.batchSize === size && cell.plan === plan)?.perReview?.value;
  const [file, sorted] = [of('file'), of('sorted')];
  if (file === undefined || sorted === undefined) return `Batches of ${size} are drawn.`;
  const more = file - sorted;
  return `Measured in batches of ${size}: ${ms(file)} a review in file order, ${ms(sorted)} sorted: ${
    more > 0 ? `sorting saves ${ms(more)} a review.` : 'sorting saves nothing here.'
  }`;
}

type Row = { plan: string; batch: number; texts: number; tokens: number; padded: number };

function tableOf(rows: readonly PaddingRows[]): FigureTable<Row> {
  return {
    rows: rows.flatMap(({ strips: list }, i) =>
      list.map(({ texts, tokens, padded }, batch) => ({
        plan: i === 0 ? NAMES.file : NAMES.sorted,
        batch: batch + 1,
        texts,
        tokens,
        padded,
      })),
    ),
    columns: [
      { name: 'Plan', value: ({ plan }) => plan },
      { name: 'Batch', value: ({ batch }) => batch },
      { name: 'Texts', value: ({ texts }) => texts },
      { name: 'Real tokens', value: ({ tokens }) => tokens },
      { name: 'With padding', value: ({ padded }) => padded },
    ],
  };
}
