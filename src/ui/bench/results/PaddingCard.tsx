import { Text } from '@mantine/core';
import { useMemo } from 'react';
import type { CellFigures, Headline } from '../../../core/bench/figures.ts';
import { paddingShare, strips } from '../../../core/bench/padding.ts';
import { ChartCard } from '../../parts/ChartCard.tsx';
import { percent } from '../../parts/format.ts';
import { csvOf, type FigureTable } from '../../parts/figure-table.ts';
import { Panel } from '../../parts/Panel.tsx';
import { engineName, passesText } from './names.ts';
import { AsTable } from '../../parts/NumbersTable.tsx';
import { costText } from './padding-text.ts';
import { paddingChart, paddingHeight, type PaddingRows } from './padding-chart.ts';
import styles from './results.module.css';

const TITLE = 'Padding';
const NAMES = { file: 'In file order', sorted: 'Sorted by length' } as const;

/** What it costs to fill up texts of unequal length, in file order and sorted. */
export function PaddingCard({ headline, seed }: { headline: Headline; seed: number }) {
  const { engine, realTime, batch, others } = headline;
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
  const none = noPadding(engine, realTime.cell.tokens);
  if (none)
    return (
      <Panel title={TITLE}>
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      </Panel>
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
        Every text of a batch is filled up to the longest in it. {costText(cells, size, seed)}
      </Text>
      <AsTable name={TITLE} table={table} />
    </ChartCard>
  );
}

const largestSize = (cells: readonly CellFigures[]) =>
  Math.max(1, ...cells.map(({ cell }) => cell.batchSize));

/** Why nothing is padded, where nothing is. */
function noPadding(engine: Headline['engine'], tokens: number | undefined): string | undefined {
  if (tokens !== undefined) return 'All texts of a batch are equally long here: nothing is padded.';
  if (engine.pads) return undefined;
  return `${engineName(engine)} pads nothing: ${passesText(engine)}.`;
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
