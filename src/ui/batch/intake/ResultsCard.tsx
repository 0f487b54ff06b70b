import { Box, Button, Card, Group, Text, Title } from '@mantine/core';
import { resultsFile } from '../../../app.ts';
import type { ResultsFound } from '../../../core/results-file.ts';
import { modelNamed } from '../../../models/named-model.ts';
import type { Draft } from '../../../state/intake-state.ts';
import { canOpen } from '../../../state/results-file.ts';
import { failureText } from '../../parts/failure-text.ts';
import { Notice } from '../../parts/Notice.tsx';
import { FailureDetail } from './FailureDetail.tsx';
import { ReadBar } from './ReadBar.tsx';

/** Of a file that was scored before: its results can be shown as they are. */
export function ResultsCard({ draft, results }: { draft: Draft; results: ResultsFound }) {
  const { opening } = draft;
  const hasText = results.own.includes(draft.mapping.text);
  return (
    <Card withBorder padding="lg" component="section" aria-label="Results in this file">
      <Group justify="space-between" gap="sm" align="flex-start">
        <div style={{ flex: '1 1 280px' }}>
          <Title order={3} size="h5">
            This file holds results
          </Title>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {hasText
              ? `${modelNamed(results.model).title} has scored it. Open what it found as a finished run, or score the texts again below.`
              : 'Choose the text column first, then open them as a finished run, or score the texts again.'}
          </Text>
        </div>
        <Button
          onClick={resultsFile.open}
          disabled={!canOpen(draft) && opening?.phase !== 'reading'}
          loading={opening?.phase === 'reading'}
        >
          Open these results
        </Button>
      </Group>
      {opening?.phase === 'reading' && (
        <Box mt="md">
          <ReadBar progress={opening.progress} label="Opening the results" />
        </Box>
      )}
      {opening?.phase === 'failed' && (
        <Notice color="red" mt="sm" title="These results cannot be opened">
          {failureText(opening.failure)}
          <FailureDetail failure={opening.failure} />
        </Notice>
      )}
    </Card>
  );
}
