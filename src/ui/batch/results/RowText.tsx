import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { results } from '../../../app.ts';
import type { Run } from '../../../core/runs.ts';
import { startOf } from '../../../core/segments.ts';
import { LONGEST_TEXT } from '../../../state/live.ts';
import type { Opened } from '../../../state/results-state.ts';
import { count } from '../../parts/format.ts';
import { failureText } from '../../parts/failure-text.ts';
import { Notice } from '../../parts/Notice.tsx';
import { SentenceEcho } from '../../parts/SentenceEcho.tsx';
import { WordEcho } from '../../parts/WordEcho.tsx';
import { useApp } from '../../use-app.ts';
import styles from './details.module.css';

interface Props {
  run: Run;
  opened: Opened;
  text: string;
}

/** The text: plain, sentence by sentence, or word by word. */
export function RowText({ run, opened: { why, sentences }, text }: Props) {
  if (text.trim() === '') return <Text c="dimmed">No text in this row.</Text>;
  const short = text.length <= LONGEST_TEXT;
  return (
    <Stack gap="sm">
      {why.phase === 'done' ? (
        <WordEcho {...why} />
      ) : sentences ? (
        <SentenceEcho text={text} parts={sentences} current />
      ) : (
        <PlainText text={text} />
      )}
      {why.phase === 'failed' && (
        <Notice color="red" role="alert">
          {failureText(why.failure)}
        </Notice>
      )}
      {short ? (
        <WhyButton phase={why.phase} variants={why.phase === 'running' ? why.variants : 0} />
      ) : (
        <Text size="sm" c="dimmed">
          Sentences and words are weighed in texts of up to {count(LONGEST_TEXT)} characters; this
          one has {count(text.length)}.
        </Text>
      )}
      <OtherModel run={run} />
    </Stack>
  );
}

function WhyButton({ phase, variants }: { phase: Opened['why']['phase']; variants: number }) {
  // One button throughout, so that it keeps the focus.
  const { name, act } = {
    none: { name: 'Why?', act: results.explain },
    failed: { name: 'Why?', act: results.explain },
    running: { name: 'Cancel', act: results.stopExplaining },
    done: { name: 'Hide the words', act: results.stopExplaining },
  }[phase];
  return (
    <Group gap="sm">
      <Button
        size="xs"
        variant={phase === 'none' ? 'filled' : 'default'}
        onClick={() => void act()}
      >
        {name}
      </Button>
      <Text size="sm" c="dimmed" aria-live="polite">
        {phase === 'running' && (
          <>
            <Loader size="xs" mr="xs" component="span" style={{ verticalAlign: 'middle' }} />
            Scoring the text without each of its words: {count(variants)} variants
          </>
        )}
      </Text>
    </Group>
  );
}

/** Sentences and words are scored now, perhaps by another model than the row was. */
function OtherModel({ run: { model } }: { run: Run }) {
  const running = useApp(({ engine }) => engine.running);
  if (!running)
    return (
      <Text size="sm" c="dimmed">
        Sentences and “Why?” follow once a model is ready.
      </Text>
    );
  const same = running.model.id === model.id && running.dtype === model.dtype;
  if (same && !model.cascade) return null;
  return (
    <Text size="sm" c="dimmed">
      Sentences and “Why?” are answered by the model that runs now, not by {model.title} (
      {model.dtype}), which scored this row.
    </Text>
  );
}

/** Longer texts are drawn whole only when asked for. */
const SHOWN_LETTERS = 20_000;

function PlainText({ text }: { text: string }) {
  const [all, setAll] = useState(false);
  const cut = !all && text.length > SHOWN_LETTERS;
  return (
    <>
      <div className={styles.plain} role="region" aria-label="Text" tabIndex={0}>
        {cut ? `${startOf(text, SHOWN_LETTERS)}…` : text}
      </div>
      {cut && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          Show all {count(text.length)} characters
        </Button>
      )}
    </>
  );
}
