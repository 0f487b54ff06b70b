import { Stack, Text } from '@mantine/core';
import { isChecked, type Known } from '../../../core/learn/quiz/question.ts';
import { mistakesIn } from '../../../core/learn/quiz/score.ts';
import { pointsAt, questionOf, type Slot } from '../../../state/learn/quiz/sheet.ts';
import { evidenceText } from './evidence-text.ts';
import { verdictText } from './points-text.ts';
import styles from './quiz.module.css';
import { Said } from './Said.tsx';

/** What an answer was worth, and why. */
export function Feedback({ slot, known }: { slot: Slot; known: Known }) {
  const question = questionOf(slot);
  const given = slot.answer?.given ?? [];
  const points = pointsAt(slot);
  const mistakes = mistakesIn(known, given);
  return (
    <Stack gap={6} className={styles.feedback} data-points={points === 1 ? 'all' : undefined}>
      <Text fw={600}>{verdictText(points, given.length > 0)}</Text>
      {mistakes.map((mistake) => (
        <Text key={mistake}>
          <Said text={mistake} />
        </Text>
      ))}
      {slot.answer?.truth && isChecked(question) && (
        <Text>{evidenceText(question.probe, slot.answer.truth)}</Text>
      )}
      <Text>
        <Said text={known.explanation} />
      </Text>
    </Stack>
  );
}
