import { Stack, Text } from '@mantine/core';
import type { Headline } from '../../../core/bench/figures.ts';
import type { BenchResult } from '../../../core/bench/result.ts';
import { Notice } from '../../parts/Notice.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { flipsText } from './flips-text.ts';
import { goalNames, goalsOf, type Goals } from './goals.ts';
import { guessText } from './guess-text.ts';
import { headlineText } from './headline-text.ts';
import { engineName } from './names.ts';
import styles from './results.module.css';

/** What the numbers say, in words. */
export function HeadlineCard({ headline, result }: { headline: Headline; result: BenchResult }) {
  const words = headlineText(headline, result);
  const flips = flipsText(headline);
  return (
    <Panel title={`${engineName(headline.engine)}: batch against real time`}>
      <Stack gap="sm" className={styles.figures}>
        <p className={styles.claim} style={{ margin: 0 }}>
          {words.claim}
        </p>
        <Text>{words.measured}</Text>
        {words.batch && <Text c="dimmed">{words.batch}</Text>}
        {words.breakEven && <Text>{words.breakEven}</Text>}
        <Text>{words.accuracy}</Text>
        {headline.batch && (
          <Text>
            {flips.counted} {flips.why}
          </Text>
        )}
        {flips.alarm && (
          <Notice color="red" title="This should not be">
            {flips.alarm}
          </Notice>
        )}
        <GoalList headline={headline} boundMs={result.settings.boundMs} />
        {result.guess !== null && <Guess guess={result.guess} headline={headline} />}
      </Stack>
    </Panel>
  );
}

const GOALS: readonly (keyof Goals)[] = ['accuracy', 'bound', 'bonus'];

/** The experiment's three goals, for real time. */
function GoalList({ headline, boundMs }: { headline: Headline; boundMs: number }) {
  const goals = goalsOf(headline);
  const names = goalNames(boundMs);
  return (
    <dl className={styles.goals} aria-label="Goals of the experiment, in real time">
      {GOALS.map((key) => {
        const { met, text } = goals[key];
        return (
          <div key={key} className={styles.goal}>
            <dt>{names[key]}</dt>
            <dd>
              {met === undefined ? 'Unknown' : met ? 'Yes' : 'No'}
              <Text size="sm" c="dimmed" fw={400}>
                {text}
              </Text>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Guess({ guess, headline }: { guess: number; headline: Headline }) {
  const { guessed, measured, verdict } = guessText(guess, headline.ratio);
  return (
    <Notice color="accent" title="Your guess and the measurement">
      {guessed} {measured} <strong>{verdict}</strong>
    </Notice>
  );
}
