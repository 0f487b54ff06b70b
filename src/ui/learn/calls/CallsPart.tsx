import { Stack } from '@mantine/core';
import { CallBox } from './CallBox.tsx';
import { Entries } from './Entries.tsx';
import { PairCard } from './PairCard.tsx';

/** A console for predict: what goes in, what comes out, and of which type. */
export function CallsPart() {
  return (
    <Stack gap="lg">
      <CallBox />
      <Entries />
      <PairCard />
    </Stack>
  );
}
