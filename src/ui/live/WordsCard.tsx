import { Button, Card, Group, Loader, Text, Title } from '@mantine/core';
import { useDeferredValue } from 'react';
import { live } from '../../app.ts';
import { isCurrent } from '../../state/live-state.ts';
import { duration } from '../parts/format.ts';
import { failureText } from '../parts/failure-text.ts';
import { useApp } from '../use-app.ts';
import { SentenceEcho } from '../parts/SentenceEcho.tsx';
import { WordEcho } from '../parts/WordEcho.tsx';
import { Notice } from '../parts/Notice.tsx';

/** What the parts of the text say: its sentences, and on request its words. */
export function WordsCard() {
  const phase = useApp((app) => app.live.why.phase);
  const answered = useApp((app) => app.live.answer !== undefined);
  if (!answered) return null;

  // One button throughout, so that it keeps the focus.
  const { text, act } = {
    none: { text: 'Why?', act: live.explain },
    failed: { text: 'Why?', act: live.explain },
    running: { text: 'Cancel', act: live.stopExplaining },
    done: { text: 'Hide', act: live.stopExplaining },
  }[phase];
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="words-title">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h5" id="words-title">
          What its parts say
        </Title>
        <Button size="xs" variant={phase === 'none' ? 'filled' : 'default'} onClick={act}>
          {text}
        </Button>
      </Group>
      <Content />
    </Card>
  );
}

function Content() {
  const why = useApp((app) => app.live.why);
  // These may take a moment longer than the label when a text is long.
  const sentences = useDeferredValue(useApp((app) => app.live.sentences));
  const current = useApp((app) => isCurrent(app.live) && sentences?.text === app.live.text);

  if (why.phase === 'done') return <WordEcho {...why} />;
  return (
    <>
      {why.phase === 'running' && <Weighing variants={why.variants} />}
      {why.phase === 'failed' && (
        <Notice color="red" mb="sm">
          {failureText(why.failure)}
        </Notice>
      )}
      {sentences && <SentenceEcho {...sentences} current={current} />}
      {!sentences && why.phase === 'none' && (
        <Text size="sm" c="dimmed">
          Which words make it so? “Why?” scores the text again without each of its words. A text of
          several sentences is scored sentence by sentence, too.
        </Text>
      )}
    </>
  );
}

function Weighing({ variants }: { variants: number }) {
  const wholeMs = useApp((app) => app.live.answer?.sample.inferenceMs ?? 0);
  const workers = useApp((app) => app.engine.running?.workers.ready || 1);
  const seconds = (variants * wholeMs) / workers / 1000;
  return (
    <Text size="sm" c="dimmed" mb="sm" aria-live="polite">
      <Loader size="xs" mr="xs" component="span" style={{ verticalAlign: 'middle' }} />
      Scoring the text without each of its words: {variants} variants
      {seconds >= 2 && `, about ${duration(seconds)}`}
    </Text>
  );
}
