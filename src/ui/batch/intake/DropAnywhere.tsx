import { Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { intake } from '../../../app.ts';
import styles from './intake.module.css';

/** Covers the window while a file is dragged over it. Elsewhere on the page a drop would open the file in the browser. */
export function DropAnywhere() {
  return (
    <Dropzone.FullScreen
      onDrop={intake.open}
      activateOnKeyboard={false}
      inputProps={{ 'aria-hidden': true }}
    >
      {/* Always there, if unseen: no concern of a screen reader's. */}
      <div className={styles.release} aria-hidden>
        <Text size="xl" fw={600}>
          Let go to open the file
        </Text>
        <Text>It stays on this device.</Text>
      </div>
    </Dropzone.FullScreen>
  );
}
