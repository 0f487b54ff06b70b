import { Group, Text } from '@mantine/core';
import styles from './shell.module.css';

export function Footer() {
  return (
    <footer className={styles.footer}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed">
          The text never leaves this page: the model runs here, in your browser.
        </Text>
        <Text size="sm" c="dimmed">
          Sentiscope {__VERSION__} · Apache-2.0
        </Text>
      </Group>
    </footer>
  );
}
