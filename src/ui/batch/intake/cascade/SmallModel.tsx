import { Button, Progress, Text } from '@mantine/core';
import { cascade } from '../../../../app.ts';
import { failureText } from '../../../parts/failure-text.ts';
import { bytes } from '../../../parts/format.ts';
import { Notice } from '../../../parts/Notice.tsx';
import { useApp } from '../../../use-app.ts';
import { FailureDetail } from '../FailureDetail.tsx';

/** The files of the small model: on their way, or why they did not come. */
export function SmallModel() {
  const files = useApp((app) => app.cascade.files);
  if (files.phase === 'failed')
    return (
      <Notice color="red" role="alert" title="Sentiscope small could not be loaded">
        {failureText(files.failure)} Exact scoring works without it.
        <FailureDetail failure={files.failure} />
        <Button size="xs" variant="default" mt="xs" onClick={cascade.prepare}>
          Try again
        </Button>
      </Notice>
    );
  if (files.phase !== 'fetching') return null;
  const { loaded, total } = files.progress ?? { loaded: 0, total: 0 };
  return (
    <div>
      <Progress
        value={total > 0 ? (100 * loaded) / total : 0}
        aria-label="Loading Sentiscope small"
      />
      <Text size="sm" c="dimmed" mt={4}>
        Loading Sentiscope small
        {total > 0 && `: ${bytes(loaded)} of ${bytes(total)}`}
      </Text>
    </div>
  );
}
