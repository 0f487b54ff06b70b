import { Text } from '@mantine/core';
import styles from './live.module.css';

/** @param props.labels of a model of the user's own */
export function Invitation({ labels }: { labels: readonly string[] | undefined }) {
  const answer = labels
    ? labels.length > 3
      ? `one of your ${labels.length} labels`
      : labels.join(' or ')
    : 'negative, neutral or positive';
  return (
    <div className={styles.middle}>
      <Text size="xl" fw={600}>
        Type, and watch.
      </Text>
      <Text c="dimmed" maw={320} style={{ overflowWrap: 'anywhere' }}>
        Write or paste a text, or pick an example: {answer} follows every keystroke.
      </Text>
    </div>
  );
}
