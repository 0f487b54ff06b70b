import { Progress, Text } from '@mantine/core';
import type { ReadProgress } from '../../../core/intake.ts';
import { bytes, count } from '../../parts/format.ts';

interface Props {
  progress: ReadProgress | undefined;
  /** What is being done. */
  label: string;
}

/** How far a pass over a file has got. */
export function ReadBar({ progress, label }: Props) {
  const share = progress && progress.totalBytes > 0 ? progress.bytes / progress.totalBytes : 0;
  const detail = progress
    ? `${bytes(progress.bytes)} of ${bytes(progress.totalBytes)}, ${count(progress.rows)} rows`
    : 'Starting';
  return (
    <>
      <Progress.Root size="lg">
        <Progress.Section
          withAria={false}
          role="progressbar"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share * 100)}
          aria-valuetext={detail}
          value={share * 100}
        />
      </Progress.Root>
      <Text size="sm" c="dimmed" mt={4} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {detail}
      </Text>
    </>
  );
}
