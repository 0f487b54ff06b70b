import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { results } from '../../../app.ts';
import { labelsOf, type ExportFormat, type Run } from '../../../core/runs.ts';
import { areSentiment } from '../../../core/sentiment.ts';
import { useApp } from '../../use-app.ts';
import { ExportProgress } from './ExportProgress.tsx';
import { rows } from './rate-text.ts';
import { saveReport } from './save-report.ts';

const FORMATS: readonly { value: ExportFormat | 'report'; label: string; description: string }[] = [
  {
    value: 'csv',
    label: 'CSV',
    description:
      'For spreadsheets. A cell that one would run as a formula (it begins with =, +, -, @ or a tab) gets an apostrophe in front; remove it to have the original back.',
  },
  { value: 'jsonl', label: 'JSON Lines', description: 'One object a row, for scripts.' },
  {
    value: 'parquet',
    label: 'Parquet',
    description: 'Typed columns, small; for pandas and DuckDB.',
  },
  {
    value: 'report',
    label: 'Report',
    description:
      'One HTML page with the charts and tables of the summary, to read, print or send on. It quotes the reviews named in the summary.',
  },
];

interface Props {
  run: Run;
  opened: boolean;
  onClose: () => void;
}

/** Takes the results out of the page. */
export function ExportDialog({ run, opened, onClose }: Props) {
  const [format, setFormat] = useState<ExportFormat | 'report'>('csv');
  const [which, setWhich] = useState('all');
  const exporting = useApp(({ results }) => results.export);
  const matching = useApp(({ results }) => results.ids?.length ?? 0);
  const filtered = useApp(({ results }) => Object.keys(results.query.filter).length > 0);
  const busy = exporting.phase === 'writing';
  // The report quotes the summary, which follows the scoring a moment later.
  const summedUp = useApp(
    ({ results: { summary } }) =>
      summary !== undefined && summary.scored + summary.flags.empty >= run.done,
  );
  const some = filtered && which === 'filtered';

  function start() {
    if (format === 'report') saveReport(run);
    else void results.exportRows(format, some);
  }

  function close() {
    if (!busy) results.endExport(); // what is being written goes on; its end is said here when it is opened again
    onClose();
  }

  return (
    <Modal
      opened={opened}
      onClose={close}
      title="Export"
      size="lg"
      attributes={{ header: { role: 'presentation' } }} // an HTML header, but not the page's
    >
      <Stack gap="md">
        <Radio.Group
          label="Format"
          value={format}
          onChange={(value) => setFormat(value)} // the values are those of FORMATS
        >
          <Stack gap="sm" mt="xs">
            {FORMATS.map(({ value, label, description }) => (
              <Radio
                key={value}
                value={value}
                label={label}
                description={description}
                disabled={busy}
              />
            ))}
          </Stack>
        </Radio.Group>
        {format !== 'report' && (
          <Radio.Group label="Rows" value={filtered ? which : 'all'} onChange={setWhich}>
            <Stack gap="xs" mt="xs">
              <Radio value="all" label={`All: ${rows(run.rows)}`} disabled={busy} />
              <Radio
                value="filtered"
                label={
                  filtered
                    ? `Those that the filters show: ${rows(matching)}`
                    : 'Those that the filters show: no filter is set'
                }
                disabled={busy || !filtered}
              />
            </Stack>
          </Radio.Group>
        )}
        {format !== 'report' && (
          <Text size="sm" c="dimmed">
            In the order of the file, with all its columns. Added: the label,{' '}
            {areSentiment(labelsOf(run.model))
              ? 'the three probabilities'
              : 'a probability for each label'}
            , tokens, windows, flags and corrections.
            {run.done < run.rows && ' Rows that are not scored yet have no label.'}
          </Text>
        )}
        <ExportProgress exporting={exporting} />
        {!busy && (
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Close
            </Button>
            <Button onClick={start} loading={format === 'report' && !summedUp}>
              {format === 'report' ? 'Save the report' : 'Export'}
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}
