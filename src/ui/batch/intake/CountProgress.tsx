import { Text } from '@mantine/core';
import type { ReadProgress } from '../../../core/intake.ts';
import { ReadBar } from './ReadBar.tsx';

export function CountProgress({ progress }: { progress: ReadProgress | undefined }) {
  return (
    <>
      <Text size="sm" mb="xs">
        Counting rows, duplicates and tokens. You may start at once; the figures then show up while
        it scores.
      </Text>
      <ReadBar progress={progress} label="Counting" />
    </>
  );
}
