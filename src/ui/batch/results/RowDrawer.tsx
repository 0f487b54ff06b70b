import { ActionIcon, Drawer, Group, Loader, Stack, Text, VisuallyHidden } from '@mantine/core';
import { results } from '../../../app.ts';
import type { Run } from '../../../core/runs.ts';
import { placeAfter } from '../../../state/results-opened.ts';
import { count } from '../../parts/format.ts';
import { failureText } from '../../parts/failure-text.ts';
import { Notice } from '../../parts/Notice.tsx';
import { useApp } from '../../use-app.ts';
import { RowDetails } from './RowDetails.tsx';

/** One row in full, beside the page. */
export function RowDrawer({ run }: { run: Run }) {
  const opened = useApp(({ results }) => results.opened);
  return (
    <Drawer
      opened={opened !== undefined}
      onClose={results.close}
      position="right"
      size="lg"
      styles={{ title: { fontWeight: 650 } }}
      title={opened && `Row ${count(opened.row + 1)}`}
      closeButtonProps={{ 'aria-label': 'Close the row' }}
      attributes={{ header: { role: 'presentation' } }} // an HTML header, but not the page's
    >
      {opened && (
        <Stack gap="lg">
          <Steps />
          {opened.failure && (
            <Notice color="red" role="alert">
              {failureText(opened.failure)}
            </Notice>
          )}
          {opened.found ? (
            <RowDetails key={opened.row} run={run} opened={opened} row={opened.found} />
          ) : (
            !opened.failure && <Loader size="sm" aria-label="Reading the row" />
          )}
        </Stack>
      )}
    </Drawer>
  );
}

/** To the neighbours in the table, in its order. */
function Steps() {
  const opened = useApp(({ results }) => results.opened);
  const ids = useApp(({ results }) => results.ids);
  if (!opened || !ids) return null;
  const leadsTo = (by: 1 | -1) => ids[placeAfter(opened, ids, by)] !== undefined;
  const next = placeAfter(opened, ids, 1);
  return (
    <Group gap="xs">
      <Step name="Previous row" by={-1} possible={leadsTo(-1)} shape="M10 3 5 8l5 5" />
      <Step name="Next row" by={1} possible={leadsTo(1)} shape="M6 3l5 5-5 5" />
      <Text size="sm" c="dimmed">
        {next > 0 ? `${count(next)} of ${count(ids.length)} in the table` : 'Not in the table'}
      </Text>
    </Group>
  );
}

function Step(props: { name: string; by: 1 | -1; possible: boolean; shape: string }) {
  return (
    <ActionIcon
      variant="default"
      size="lg"
      aria-disabled={!props.possible} // stays in the tab order: the focus must not be lost at the last row
      {...(!props.possible && { 'data-disabled': true })}
      onClick={() => props.possible && void results.step(props.by)}
    >
      <svg viewBox="0 0 16 16" width={16} height={16} aria-hidden>
        <path d={props.shape} fill="none" stroke="currentColor" strokeWidth={1.75} />
      </svg>
      <VisuallyHidden>{props.name}</VisuallyHidden>
    </ActionIcon>
  );
}
