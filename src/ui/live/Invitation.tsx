import { Text } from '@mantine/core';
import styles from './live.module.css';

export function Invitation() {
  return (
    <div className={styles.middle}>
      <Text size="xl" fw={600}>
        Type, and watch.
      </Text>
      <Text c="dimmed" maw={320}>
        Write or paste a text, or pick an example: negative, neutral or positive follows every
        keystroke.
      </Text>
    </div>
  );
}
