import { Button, Loader, Text, Title } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.css';
import type { Ref } from 'react';
import { intake } from '../../../app.ts';
import { FileIcon } from './FileIcon.tsx';
import styles from './intake.module.css';

interface Props {
  /** Name of the file under way. */
  opening: string | undefined;
  chooseRef: Ref<HTMLButtonElement>;
}

/** The place to drop a file on or to click; while one is being opened, it says so. */
export function DropArea({ opening, chooseRef }: Props) {
  if (opening !== undefined)
    return (
      <div className={styles.opening}>
        <Loader size="sm" />
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          Opening {opening}
        </Text>
        <Button variant="default" onClick={intake.close}>
          Cancel
        </Button>
      </div>
    );
  return (
    // The zone reacts to clicks anywhere in it, those on the button included: the button is there for the keyboard.
    <Dropzone
      onDrop={intake.open}
      activateOnKeyboard={false}
      enablePointerEvents
      className={styles.zone}
      inputProps={{ 'aria-label': 'File to score' }}
    >
      <div className={styles.drop}>
        <FileIcon />
        <Title order={2} size="h3">
          Drop a file of reviews
        </Title>
        <Text c="dimmed">Anywhere on this page; or paste it, or choose one.</Text>
        <Button ref={chooseRef} size="md">
          Choose a file
        </Button>
        <Text size="sm" c="dimmed" maw={520}>
          CSV, TSV, semicolon files, JSON Lines, JSON, plain text, Excel or Parquet; text formats
          also as .gz. Ten rows or a million.
        </Text>
        <Text size="sm" fw={600}>
          Nothing in it leaves this page.
        </Text>
      </div>
    </Dropzone>
  );
}
