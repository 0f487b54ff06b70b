import { Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import { results } from '../../../app.ts';
import { labelsOf, type Run } from '../../../core/runs.ts';
import { count } from '../../parts/format.ts';
import { failureText } from '../../parts/failure-text.ts';
import { Notice } from '../../parts/Notice.tsx';
import { useApp } from '../../use-app.ts';
import { basis } from './rate-text.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { LearntNotice } from './LearntNotice.tsx';
import { MetricsSection } from './MetricsSection.tsx';
import { RowDrawer } from './RowDrawer.tsx';
import { SummarySection } from './SummarySection.tsx';
import { TableSection } from './TableSection.tsx';
import styles from './results.module.css';

/** What the open run came to: summary, comparison with given labels, every row, and the way out. */
export function Results() {
  const run = useApp(({ scoring }) => (scoring.phase === 'open' ? scoring.run : undefined));
  const id = useDeferredValue(run?.id, undefined); // drawn in slices, once what stands above is on the screen
  if (!run || run.id !== id) return null;
  return <OpenRun key={run.id} run={run} />;
}

function OpenRun({ run }: { run: Run }) {
  const summary = useDeferredValue(useApp(({ results }) => results.summary));
  const failure = useApp(({ results }) => results.failures.summary);
  const [exporting, setExporting] = useState(false);

  return (
    <div className={styles.frame}>
      <Stack gap="xl">
        <Section
          title="Summary"
          note={basis(run)}
          tools={
            <Button size="sm" onClick={() => setExporting(true)}>
              Export
            </Button>
          }
        >
          {failure && (
            <Notice color="red" role="alert" mb="md" title="The summary could not be made">
              {failureText(failure)}
              <Group mt="xs">
                <Button size="xs" variant="default" onClick={results.retry}>
                  Try again
                </Button>
              </Group>
            </Notice>
          )}
          {summary ? (
            <SummarySection run={run} summary={summary} />
          ) : (
            !failure && <Loader size="sm" aria-label="Summing up" />
          )}
        </Section>
        {summary?.metrics && (
          <Section title="Compared with the labels given" note={basis(run)}>
            <LearntNotice run={run} />
            <MetricsSection labels={labelsOf(run.model)} metrics={summary.metrics} />
          </Section>
        )}
        <Section
          title="All rows"
          note={run.done < run.rows ? `${count(run.done)} scored so far` : undefined}
        >
          <TableSection run={run} summary={summary} />
        </Section>
      </Stack>
      <RowDrawer run={run} />
      <ExportDialog run={run} opened={exporting} onClose={() => setExporting(false)} />
    </div>
  );
}

interface SectionProps {
  title: string;
  note?: string | undefined;
  tools?: React.ReactNode;
  children: React.ReactNode;
}

function Section({ title, note, tools, children }: SectionProps) {
  return (
    <section>
      <Group justify="space-between" align="end" mb="sm" gap="sm">
        <Group gap="xs" align="baseline">
          <Title order={2} size="h4">
            {title}
          </Title>
          {note && (
            <Text size="sm" c="dimmed">
              {note}
            </Text>
          )}
        </Group>
        {tools}
      </Group>
      {children}
    </section>
  );
}
