import { Center, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.css';
import { bench } from '../../../app.ts';

/** Takes result files dropped anywhere on this view. */
export function DropResults() {
  return (
    <Dropzone.FullScreen
      onDrop={bench.importFiles}
      activateOnKeyboard={false}
      inputProps={{ 'aria-hidden': true }}
    >
      {/* Always there, if unseen: no concern of a screen reader's. */}
      <Center mih="calc(100dvh - 3rem)" aria-hidden>
        <Text size="xl" fw={600}>
          Let go to compare these machines
        </Text>
      </Center>
    </Dropzone.FullScreen>
  );
}
