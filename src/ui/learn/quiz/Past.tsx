import { Button } from '@mantine/core';
import { sumUp, type Sheet } from '../../../state/learn/quiz/sheet.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { pointsText } from './points-text.ts';
import styles from './quiz.module.css';
import { when } from './when.ts';
import { quiz } from './quiz.ts';

interface Props {
  past: readonly Sheet[];
  onOpen: (sheet: Sheet) => void;
}

/** Results of earlier quizzes, kept on this device alone. */
export function Past({ past, onOpen }: Props) {
  if (past.length === 0) return null;
  return (
    <Panel
      title="Your results"
      className={styles.controls}
      tools={
        <ConfirmButton
          title="Clear your results"
          question="All results of quizzes on this device are forgotten."
          yes="Clear"
          onConfirm={quiz.clearPast}
        >
          Clear
        </ConfirmButton>
      }
    >
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Your results, a table">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Finished</th>
              <th scope="col">Quiz</th>
              <th scope="col">Score</th>
              <th scope="col">Answers</th>
            </tr>
          </thead>
          <tbody>
            {past.map((sheet) => (
              <tr key={sheet.startedAt}>
                <th scope="row">{when(sheet.finishedAt!)}</th>
                <td>{sheet.seed}</td>
                <td>{pointsText(sumUp(sheet.slots))}</td>
                <td>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`Show quiz ${sheet.seed}, ${when(sheet.finishedAt!)}`}
                    onClick={() => onOpen(sheet)}
                  >
                    Show
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
