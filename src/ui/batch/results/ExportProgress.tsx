import { Button, Group, Progress, Text } from '@mantine/core';
import { results } from '../../../app.ts';
import type { Exporting } from '../../../state/results-state.ts';
import { bytes, count } from '../../parts/format.ts';
import { failureText } from '../../parts/failure-text.ts';
import { Notice } from '../../parts/Notice.tsx';
import { rows } from './rate-text.ts';

export function ExportProgress({ exporting }: { exporting: Exporting }) {
  switch (exporting.phase) {
    case 'none':
      return null;
    case 'writing':
      return (
        <div>
          <Text size="sm" mb={6} style={{ overflowWrap: 'anywhere' }}>
            Writing {exporting.name}: {count(exporting.rows)} of {rows(exporting.total)}
          </Text>
          <Group wrap="nowrap">
            <Progress
              flex={1}
              value={(100 * exporting.rows) / Math.max(1, exporting.total)}
              aria-label="Export"
            />
            <Button size="xs" variant="default" onClick={results.endExport}>
              Cancel
            </Button>
          </Group>
        </div>
      );
    case 'written':
      return (
        <Notice color="teal" role="status">
          <span style={{ overflowWrap: 'anywhere' }}>
            {exporting.name} is written: {rows(exporting.rows)}, {bytes(exporting.bytes)}.
          </span>
        </Notice>
      );
    case 'failed':
      return (
        <Notice color="red" role="alert" title="Nothing was exported">
          {failureText(exporting.failure)}
        </Notice>
      );
  }
}
