import { Card, Group, Loader, Text, Title } from '@mantine/core';
import { ownLabels, titleOf, uncertainBelow } from '../../models/chosen.ts';
import { speakerIn } from '../../state/engine-state.ts';
import { isCurrent } from '../../state/live-state.ts';
import { failureText } from '../parts/failure-text.ts';
import { useApp } from '../use-app.ts';
import { Invitation } from './Invitation.tsx';
import styles from './live.module.css';
import { Notice } from '../parts/Notice.tsx';
import { NoModel } from './NoModel.tsx';
import { Verdict } from './Verdict.tsx';

/** What is known about the text in the box: its label, or why there is none yet. */
export function VerdictCard() {
  const own = useApp(({ engine }) => engine.running?.model.source === 'own');
  return (
    <Card
      withBorder
      padding="lg"
      component="section"
      aria-labelledby="verdict-title"
      className={styles.verdict}
    >
      <Group justify="space-between" align="baseline" gap="xs" className={styles.title}>
        <Title order={2} id="verdict-title" fz="inherit">
          {own ? 'Label' : 'Sentiment'}
        </Title>
        <Speaker />
      </Group>
      <Content />
    </Card>
  );
}

/** Whose answer stands here, or whose will. */
function Speaker() {
  const by = useApp(({ live }) => live.answer?.by);
  const speaker = useApp(({ engine }) => speakerIn(engine));
  const standsIn = useApp(({ engine }) => !engine.running);
  if (!speaker) return null;
  const { title, standsIn: forNow } = by ?? { title: titleOf(speaker.model), standsIn };
  return (
    <Text span inherit fw={400} style={{ overflowWrap: 'anywhere' }}>
      {forNow ? `${title}, for now` : title}
    </Text>
  );
}

function Content() {
  const blank = useApp(({ live }) => live.text.trim() === '' && !live.composing);
  const model = useApp(({ engine }) => speakerIn(engine)?.model);
  const answer = useApp(({ live }) => live.answer);
  const current = useApp(({ live }) => isCurrent(live));
  const failure = useApp(({ live }) => live.failure);
  const totalMs = useApp(({ live }) => live.samples.at(-1)?.totalMs);

  if (!model) return <NoModel blank={blank} />;
  if (blank) return <Invitation labels={ownLabels(model)} />;
  if (!answer && !failure)
    return (
      <Text c="dimmed" className={styles.middle}>
        <Loader size="xs" mr="xs" /> Reading your text
      </Text>
    );
  return (
    <>
      {failure && (
        <Notice color="red" mb="md" title="No label for this text">
          {failureText(failure)} The next keystroke asks again.
        </Notice>
      )}
      {answer && (
        <Verdict
          answer={answer}
          current={current}
          totalMs={totalMs}
          uncertainBelow={uncertainBelow(model)}
        />
      )}
    </>
  );
}
