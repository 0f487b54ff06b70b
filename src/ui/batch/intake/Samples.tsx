import { Text, UnstyledButton } from '@mantine/core';
import { intake } from '../../../app.ts';
import type { SampleName } from '../../../state/intake-sample.ts';
import { bytes } from '../../parts/format.ts';
import styles from './intake.module.css';

/** Always both: the everyday reviews alone would promise too much. */
const SAMPLES: readonly { name: SampleName; title: string; size: number; about: string }[] = [
  {
    name: 'reviews.csv',
    title: '1,000 everyday reviews',
    size: 155_182,
    about: 'What customers plainly write, with label, category and date.',
  },
  {
    name: 'reviews-hard.csv',
    title: '1,000 hard reviews',
    size: 230_628,
    about: 'Sarcasm, hints, misleading words, long stories: where the limits are.',
  },
];

export function Samples() {
  return (
    <div>
      <Text size="sm" fw={600} mb="xs">
        Or try one of our labelled samples
      </Text>
      <div className={styles.samples}>
        {SAMPLES.map(({ name, title, size, about }) => (
          <UnstyledButton
            key={name}
            className={styles.sample}
            onClick={() => intake.openSample(name)}
          >
            <span className={styles.sampleTitle}>
              {title} <span className={styles.dim}>{bytes(size)}</span>
            </span>
            <span className={styles.dim}>{about}</span>
          </UnstyledButton>
        ))}
      </div>
    </div>
  );
}
