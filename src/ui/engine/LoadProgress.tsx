import { Button, Progress, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { engine } from '../../app.ts';
import { titleOf } from '../../models/chosen.ts';
import type { Loading, Running } from '../../state/engine-state.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { percent } from '../parts/format.ts';
import styles from './engine.module.css';
import { FileList } from './FileList.tsx';
import { progressText } from './loading-text.ts';

interface Props {
  loading: Loading;
  title: string;
  running: Running | undefined;
}

export function LoadProgress({ loading, title, running }: Props) {
  const download = loading.phase === 'downloading' ? loading : undefined;
  const share = download ? download.progress.loaded / download.progress.total : undefined;
  const detail = download ? progressText(download) : 'A moment, please';

  function cancel() {
    engine.cancel();
    if (running)
      notifications.show({
        message: `Loading was stopped. ${titleOf(running.model)} goes on answering.`,
      });
  }

  return (
    <Stack gap={4}>
      <div className={styles.progress}>
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Text>
        <Text size="sm" c="dimmed" className={styles.figures}>
          {detail}
        </Text>
        <Progress.Root size="lg" className={styles.track}>
          <Progress.Section
            withAria={false} // Mantine's own value text is a bare percentage
            role="progressbar"
            aria-label={title}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={share === undefined ? undefined : Math.round(share * 100)}
            aria-valuetext={share === undefined ? detail : `${percent(share)}, ${detail}`}
            value={share === undefined ? 100 : share * 100}
            animated={share === undefined}
          />
        </Progress.Root>
        <Text fw={600} ta="right" miw="3rem" className={styles.figures} aria-hidden>
          {share === undefined ? '' : percent(share)}
        </Text>
        <Button size="xs" variant="default" className={styles.cancel} onClick={cancel}>
          Cancel
        </Button>
      </div>
      {download && (
        <Disclosure label={`${download.progress.files.length} files`}>
          <FileList files={download.progress.files} />
        </Disclosure>
      )}
    </Stack>
  );
}
