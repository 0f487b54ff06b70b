import { Stack } from '@mantine/core';
import { Announcement } from './Announcement.tsx';
import styles from './live.module.css';
import { TextCard } from './TextCard.tsx';
import { TimingCard } from './TimingCard.tsx';
import { TokensCard } from './TokensCard.tsx';
import { VerdictCard } from './VerdictCard.tsx';
import { WordsCard } from './WordsCard.tsx';

/** Type, and see what the model makes of it. */
export function LivePanel() {
  return (
    <div className={styles.frame}>
      <div className={styles.panel}>
        <TextCard />
        <VerdictCard />
        <Stack>
          <WordsCard />
          <TokensCard />
        </Stack>
        <TimingCard />
      </div>
      <Announcement />
    </div>
  );
}
