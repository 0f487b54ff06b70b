import { Card, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { Run, Summary } from '../../../core/runs.ts';
import { failureText } from '../../parts/failure-text.ts';
import { Notice } from '../../parts/Notice.tsx';
import { useApp } from '../../use-app.ts';
import { FilterBar } from './FilterBar.tsx';
import { ResultsTable } from './ResultsTable.tsx';
import styles from './rows.module.css';
import { TABLE_ID } from './show-table.ts';

const NARROW_PX = 620;

/** The table of all rows and what chooses among them. */
export function TableSection({ run, summary }: { run: Run; summary: Summary | undefined }) {
  const { ref, width } = useElementSize();
  const ids = useApp(({ results }) => results.ids);
  const failure = useApp(({ results }) => results.failures.query ?? results.failures.rows);
  const narrow = width < NARROW_PX;
  return (
    <Card withBorder padding="lg" id={TABLE_ID} className={styles.tableCard}>
      <FilterBar run={run} summary={summary} />
      {failure && (
        <Notice color="red" my="sm" role="alert">
          {failureText(failure)}
        </Notice>
      )}
      <div ref={ref} className={styles.tablePlace}>
        {width > 0 && ids && ids.length > 0 && (
          <ResultsTable
            key={narrow ? 'narrow' : 'wide'}
            run={run}
            ids={ids}
            narrow={narrow}
            width={width}
          />
        )}
        {ids?.length === 0 && (
          <Text c="dimmed" ta="center" py="xl">
            {run.rows === 0 ? 'No row has been read yet.' : 'No row matches these filters.'}
          </Text>
        )}
      </div>
    </Card>
  );
}
