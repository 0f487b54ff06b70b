import { Button, Loader, Text } from '@mantine/core';
import { engine } from '../../app.ts';
import type { Loading } from '../../state/engine-state.ts';
import { failureText } from '../parts/failure-text.ts';
import { percent } from '../parts/format.ts';
import { useApp } from '../use-app.ts';
import styles from './live.module.css';
import { Notice } from './Notice.tsx';

/** Stands in for the label as long as no model answers. */
export function NoModel({ blank }: { blank: boolean }) {
  const failure = useApp(({ engine: { loading } }) =>
    loading.phase === 'failed' ? loading.failure : undefined,
  );
  const share = useApp((app) => arrived(app.engine.loading));

  if (failure)
    return (
      <Notice color="red" title="The model did not load">
        <Text size="sm" mb="sm">
          {failureText(failure)}
        </Text>
        <Button size="xs" color="red.8" onClick={engine.start}>
          Try again
        </Button>
      </Notice>
    );
  return (
    <div className={styles.middle}>
      <Loader size="sm" />
      <Text size="xl" fw={600}>
        The model is on its way{share}
      </Text>
      <Text c="dimmed" maw={320}>
        {blank
          ? 'You can type already, or pick an example: the first label appears by itself.'
          : 'Your label appears by itself.'}
      </Text>
    </div>
  );
}

function arrived(loading: Loading): string {
  if (loading.phase !== 'downloading' || loading.progress.total === 0) return '';
  return `: ${percent(loading.progress.loaded / loading.progress.total)}`;
}
