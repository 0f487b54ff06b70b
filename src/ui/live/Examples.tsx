import { Button } from '@mantine/core';
import { live } from '../../app.ts';
import styles from './Examples.module.css';
import { EXAMPLES } from './examples.ts';

export function Examples() {
  return (
    <div className={styles.examples} role="group" aria-label="Examples">
      {EXAMPLES.map(({ title, text, hard }) => (
        <Button
          key={title}
          className={styles.example}
          size="xs"
          radius="xl"
          variant="default"
          onClick={() => live.setText(text)}
        >
          {title}
          {hard && <span className={styles.hard}>hard: {hard}</span>}
        </Button>
      ))}
    </div>
  );
}
