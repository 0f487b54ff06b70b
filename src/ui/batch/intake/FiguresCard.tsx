import { Button, Card, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { intake } from '../../../app.ts';
import type { Survey } from '../../../core/intake.ts';
import type { EstimateState, SurveyState } from '../../../state/intake-state.ts';
import { failureText } from '../../parts/failure-text.ts';
import { count, percent } from '../../parts/format.ts';
import { Notice } from '../../parts/Notice.tsx';
import { CountProgress } from './CountProgress.tsx';
import { FailureDetail } from './FailureDetail.tsx';
import styles from './intake.module.css';
import { TimeLine } from './TimeLine.tsx';

/** What the whole file holds, and what scoring it will take. */
export function FiguresCard({
  survey,
  estimate,
}: {
  survey: SurveyState;
  estimate: EstimateState;
}) {
  const id = useId();
  if (survey.phase === 'none') return null;
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby={id}>
      <Title order={2} size="h5" id={id} mb="sm">
        Before you start
      </Title>
      {survey.phase === 'running' && <CountProgress progress={survey.progress} />}
      {survey.phase === 'failed' && (
        <Notice color="red" title="The file could not be read to its end">
          {failureText(survey.failure)}
          <FailureDetail failure={survey.failure} />
          <Button size="xs" variant="default" mt="xs" onClick={intake.surveyAgain}>
            Try again
          </Button>
        </Notice>
      )}
      {survey.phase === 'done' && <Figures survey={survey.survey} estimate={estimate} />}
    </Card>
  );
}

function Figures({ survey, estimate }: { survey: Survey; estimate: EstimateState }) {
  const { rows, empty, duplicates, tooLong, foreign } = survey;
  const texts = rows - empty - duplicates;
  const tokens = estimate.phase === 'done' ? estimate.estimate.tokens : survey.tokens;
  if (texts === 0)
    return (
      <Text>
        {rows === 0
          ? 'No row could be read, so there is nothing to score. Choose another file.'
          : 'No row holds a text in this column. Choose another text column, or another file.'}
      </Text>
    );
  const share = (part: number) => (part === 0 ? '' : ` (${atLeast(part / rows)})`);
  return (
    <>
      <dl className={styles.figures}>
        <Figure name="Rows" value={count(rows)} />
        <Figure name="Texts to score" value={count(texts)} note={`About ${count(tokens)} tokens`} />
        <Figure
          name="Duplicates"
          value={count(duplicates)}
          note={`Scored once${share(duplicates)}`}
        />
        <Figure name="Without text" value={count(empty)} note={`Kept, not scored${share(empty)}`} />
        <Figure name="Long texts" value={count(tooLong)} note="Over 512 tokens: scored in parts" />
        <Figure
          name="Look not English"
          value={count(foreign)}
          note={`Scored all the same${share(foreign)}`}
        />
      </dl>
      <TimeLine estimate={estimate} />
    </>
  );
}

function Figure({ name, value, note }: { name: string; value: string; note?: string }) {
  return (
    <div>
      <dt className={styles.figureName}>{name}</dt>
      <dd className={styles.figure}>{value}</dd>
      {note && <dd className={styles.figureName}>{note}</dd>}
    </div>
  );
}

/** Never "0%" of something that is there. */
const atLeast = (share: number) => (share < 0.005 ? 'under 1%' : percent(share));
