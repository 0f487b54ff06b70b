import { Anchor, Badge, Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { isChecked, TOPICS } from '../../../core/learn/quiz/question.ts';
import type { Checking } from '../../../state/learn/quiz/quiz-state.ts';
import {
  answeredIn,
  knownOf,
  questionOf,
  sumUp,
  type Sheet,
} from '../../../state/learn/quiz/sheet.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { failureText } from '../../parts/failure-text.ts';
import { Notice } from '../../parts/Notice.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { insteadText, sourceText } from './evidence-text.ts';
import { Feedback } from './Feedback.tsx';
import { placeOf } from './places.ts';
import { pointsText } from './points-text.ts';
import styles from './quiz.module.css';
import { Reviewed } from './Reviewed.tsx';
import { Said } from './Said.tsx';
import { quiz } from './quiz.ts';

interface Props {
  sheet: Sheet;
  /** Index of the question on show. */
  at: number;
  checking: Checking;
}

/** One question of a quiz: to answer, or answered. Keyed by its place. */
export function QuestionCard({ sheet, at, checking }: Props) {
  const slot = sheet.slots[at]!;
  const question = questionOf(slot);
  const known = knownOf(slot);
  const asked = known ?? question;
  const answered = slot.answer !== null;
  const count = sheet.slots.length;
  const last = at === count - 1;

  const heading = useRef<HTMLHeadingElement>(null);
  const feedback = useRef<HTMLDivElement>(null);
  const onward = useRef<HTMLButtonElement>(null);
  const before = useRef(answered);
  useEffect(() => heading.current?.focus(), []); // the question changed under the focus
  useEffect(() => {
    if (answered && !before.current) {
      onward.current?.focus({ preventScroll: true }); // the button that had it is gone
      feedback.current?.scrollIntoView({ block: 'nearest' });
    }
    before.current = answered;
  }, [answered]);

  return (
    <section className={styles.card} aria-labelledby="quiz-question">
      <Stack>
        <div>
          <Group justify="space-between" gap="xs" mb={6}>
            <Title order={3} size="h5" id="quiz-question" ref={heading} tabIndex={-1}>
              Question {at + 1} of {count}
            </Title>
            <Group gap="xs">
              <Badge variant="default">{question.difficulty}</Badge>
              <Badge variant="default">{TOPICS[question.topic]}</Badge>
            </Group>
          </Group>
          <Progress value={(100 * answeredIn(sheet)) / count} aria-label="Questions answered" />
          <Text size="sm" c="dimmed" mt={6}>
            Quiz {sheet.seed}
            {answeredIn(sheet) > 0 &&
              `. So far: ${pointsText(sumUp(sheet.slots.slice(0, answeredIn(sheet))))}`}
          </Text>
        </div>
        <Text size="lg">
          <Said text={asked.prompt} />
        </Text>
        {isChecked(question) && (
          <Text size="sm" c="dimmed">
            {slot.instead ? insteadText(question.probe) : sourceText(question.probe)}
          </Text>
        )}
        {answered && known ? (
          <Reviewed known={known} given={slot.answer!.given} seed={sheet.seed} at={at} />
        ) : (
          <AnswerForm
            key={String(slot.instead)}
            asked={asked}
            seed={sheet.seed}
            at={at}
            busy={checking.phase === 'asking'}
            onAnswer={(given) => quiz.answer(given)}
          />
        )}
        <div role="status" ref={feedback}>
          {checking.phase === 'asking' && 'Asking the model for the right answer …'}
          {answered && known && <Feedback slot={slot} known={known} />}
        </div>
        {checking.phase === 'failed' && <Uncheckable checking={checking} />}
        {answered && known && <ReadAgain place={known.read} />}
        <Group justify="space-between">
          <Group gap="xs">
            {at > 0 && (
              <Button variant="default" onClick={() => quiz.goTo(at - 1)}>
                Back
              </Button>
            )}
            {answered && (
              <Button ref={onward} onClick={() => quiz.goTo(at + 1)}>
                {last ? 'See the result' : 'Next question'}
              </Button>
            )}
          </Group>
          {sheet.finishedAt === null && (
            <ConfirmButton
              size="sm"
              title="Give up this quiz"
              question="Your answers to this quiz are forgotten."
              yes="Give up"
              onConfirm={quiz.leave}
            >
              Give up
            </ConfirmButton>
          )}
        </Group>
      </Stack>
    </section>
  );
}

function ReadAgain({ place }: { place: Parameters<typeof placeOf>[0] }) {
  const { title, href } = placeOf(place);
  return (
    <Text size="sm">
      Read again:{' '}
      <Anchor href={href} underline="always">
        {title}
      </Anchor>
    </Text>
  );
}

function Uncheckable({ checking }: { checking: Extract<Checking, { phase: 'failed' }> }) {
  return (
    <Notice color="red" title="This question could not be checked" role="alert">
      <Stack align="start">
        {checking.failure
          ? failureText(checking.failure)
          : 'What it is checked against is not here any more, or gives no answer that fits. Your answer does not count yet: take another question.'}
        <Button variant="default" onClick={() => quiz.replace()}>
          Take another question
        </Button>
      </Stack>
    </Notice>
  );
}
