import { Text } from '@mantine/core';
import { isChecked, TOPICS } from '../../../core/learn/quiz/question.ts';
import { knownOf, questionOf, type Sheet } from '../../../state/learn/quiz/sheet.ts';
import { insteadText } from './evidence-text.ts';
import { Feedback } from './Feedback.tsx';
import styles from './quiz.module.css';
import { Reviewed } from './Reviewed.tsx';
import { Said } from './Said.tsx';

/** Every question of a finished quiz, with the answer given, the right one and the explanation. */
export function AnswerList({ sheet }: { sheet: Sheet }) {
  return (
    <ol className={styles.answers}>
      {sheet.slots.map((slot, at) => {
        const question = questionOf(slot);
        const known = knownOf(slot)!; // of a finished sheet, all are known
        return (
          <li key={slot.id}>
            <Text fw={600}>
              <Said text={known.prompt} />
            </Text>
            <Text size="sm" c="dimmed">
              {question.difficulty}, {TOPICS[question.topic]}
              {slot.instead && isChecked(question) && `. ${insteadText(question.probe)}`}
            </Text>
            <Reviewed known={known} given={slot.answer!.given} seed={sheet.seed} at={at} />
            <Feedback slot={slot} known={known} />
          </li>
        );
      })}
    </ol>
  );
}
