import { Button, Group, Text, VisuallyHidden } from '@mantine/core';
import { calls } from '../../../app.ts';
import type { CallEntry } from '../../../state/learn/calls-state.ts';
import { MOST_ENTRIES } from '../../../state/learn/calls-state.ts';
import { Panel } from '../../parts/Panel.tsx';
import { useApp } from '../../use-app.ts';
import { CopyText } from '../../parts/CopyText.tsx';
import styles from './calls.module.css';
import { asCode, spokenText } from './outcome-text.ts';
import { OutcomeView } from './OutcomeView.tsx';

/** The calls so far, newest first, each with what came of it. */
export function Entries() {
  const entries = useApp((app) => app.calls.entries);
  const [newest] = entries;
  return (
    <Panel
      title="Answers"
      tools={
        newest && (
          <Button size="compact-xs" variant="default" onClick={calls.clear}>
            Clear
          </Button>
        )
      }
    >
      <VisuallyHidden role="status">{newest && spokenText(newest)}</VisuallyHidden>
      {newest ? (
        <ol className={styles.entries} aria-label="Calls, newest first">
          {entries.map((entry) => (
            <Entry key={entry.number} entry={entry} />
          ))}
        </ol>
      ) : (
        <Text c="dimmed">
          Nothing called yet. Run the call in the box, or pick an example: each answer appears here
          with its type and its shape.
        </Text>
      )}
      {entries.length === MOST_ENTRIES && (
        <Text size="sm" c="dimmed" mt="md">
          The {MOST_ENTRIES} newest calls are kept.
        </Text>
      )}
    </Panel>
  );
}

/** A call longer than this is shown in part; it is kept whole. */
const MOST_SHOWN = 300;

function Entry({ entry: { number, source, outcome } }: { entry: CallEntry }) {
  return (
    <li className={styles.entry} aria-label={`Call ${number}`}>
      <pre className={styles.source}>
        <code>{source.length > MOST_SHOWN ? `${source.slice(0, MOST_SHOWN)}…` : source}</code>
      </pre>
      <OutcomeView source={source} outcome={outcome} />
      <Group gap="xs" mt="xs" className={styles.tools}>
        <Button size="compact-xs" variant="default" onClick={() => void calls.again(source)}>
          Run again
        </Button>
        {outcome.phase !== 'unread' && (
          <CopyText size="compact-xs" text={asCode(source)} done="Code copied">
            Copy as code
          </CopyText>
        )}
      </Group>
    </li>
  );
}
