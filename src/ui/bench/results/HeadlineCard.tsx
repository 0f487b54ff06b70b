import { Stack, Text } from '@mantine/core';
import type { Headline } from '../../../core/bench/figures.ts';
import type { BenchResult } from '../../../core/bench/result.ts';
import { Notice } from '../../parts/Notice.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { flipsText } from './flips-text.ts';
import { GoalsTable } from './GoalsTable.tsx';
import { guessText } from './guess-text.ts';
import { headlineText } from './headline-text.ts';
import { engineName } from './names.ts';
import styles from './results.module.css';

interface Props {
  headline: Headline;
  /** Of every model: the goals are for all of them. */
  headlines: readonly Headline[];
  result: BenchResult;
  /** Leaves out what the table below says too, and why labels flip. */
  presenting: boolean;
}

/** What the numbers say, in words. */
export function HeadlineCard({ headline, headlines, result, presenting }: Props) {
  const words = headlineText(headline, result);
  const flips = flipsText(headline);
  return (
    <Panel title={`${engineName(headline.engine)}: batch against real time`}>
      <Stack gap="sm" className={styles.figures}>
        <p className={styles.claim}>{words.claim}</p>
        <Text>{words.measured}</Text>
        {words.batch && <Text c="dimmed">{words.batch}</Text>}
        {words.breakEven && <Text>{words.breakEven}</Text>}
        {!presenting && <Text>{words.bound}</Text>}
        <Text>{words.accuracy}</Text>
        {headline.batch && (
          <Text>
            {flips.counted} {!presenting && flips.why}
          </Text>
        )}
        {flips.alarm && (
          <Notice color="red" title="This should not be">
            {flips.alarm}
          </Notice>
        )}
        {result.guess !== null && <Guess guess={result.guess} headline={headline} />}
        <GoalsTable headlines={headlines} boundMs={result.settings.boundMs} />
      </Stack>
    </Panel>
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
