import { Loader, Text } from '@mantine/core';
import { isUnderWay, type Loading } from '../../state/engine-state.ts';
import { percent } from '../parts/format.ts';
import { useApp } from '../use-app.ts';
import styles from './live.module.css';

/** Stands in for the label as long as no model answers. Why there is none, and what to do, is in the bar of the load. */
export function NoModel({ blank }: { blank: boolean }) {
  const underWay = useApp((app) => isUnderWay(app.engine.loading));
  const share = useApp((app) => arrived(app.engine.loading));

  if (!underWay)
    return (
      <div className={styles.middle}>
        <Text size="xl" fw={600}>
          No model to ask
        </Text>
        <Text c="dimmed" maw={320}>
          The bar at the foot of the window says why, and what you can do. What you type is kept.
        </Text>
      </div>
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
