import { ActionIcon, Anchor, Group, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { scoring } from '../../../app.ts';
import type { Run } from '../../../core/runs.ts';
import { bytes } from '../../parts/format.ts';
import { useApp } from '../../use-app.ts';
import { BATCH } from '../address.ts';
import { RunProblems } from './RunProblems.tsx';
import { dateText } from './run-text.ts';

/** What the open run is. */
export function RunHead() {
  const run = useApp((app) => (app.scoring.phase === 'open' ? app.scoring.run : undefined));
  if (!run) return null;
  return (
    <div>
      <Anchor size="sm" href={`#${BATCH}`}>
        ← All files
      </Anchor>
      <Name key={run.id} run={run} />
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {run.name !== run.file.name && `${run.file.name}, `}
        {bytes(run.file.bytes)}, {dateText(run.createdAt)}, {run.model.title}
      </Text>
      <RunProblems problems={run.problems} />
    </div>
  );
}

function Name({ run }: { run: Run }) {
  const [draft, setDraft] = useState<string>();

  function keep() {
    if (draft?.trim() && draft.trim() !== run.name) void scoring.rename(draft.trim());
    setDraft(undefined);
  }

  if (draft !== undefined)
    return (
      <TextInput
        aria-label="Name of the run"
        value={draft}
        maxLength={200}
        maw={480}
        my={4}
        autoFocus
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
          if (event.key === 'Escape') setDraft(undefined);
        }}
      />
    );
  return (
    <Group gap="xs" wrap="nowrap">
      <Title order={2} size="h3" style={{ overflowWrap: 'anywhere' }}>
        {run.name}
      </Title>
      <ActionIcon variant="subtle" aria-label="Rename" onClick={() => setDraft(run.name)}>
        <svg viewBox="0 0 16 16" width={16} height={16} aria-hidden>
          <path
            d="M2.5 13.5l.7-3L10.7 3a1.4 1.4 0 0 1 2 0l.3.3a1.4 1.4 0 0 1 0 2l-7.5 7.5z"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.4"
            strokeLinejoin="round"
          />
        </svg>
      </ActionIcon>
    </Group>
  );
}
