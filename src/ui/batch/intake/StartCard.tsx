import { Card, Stack } from '@mantine/core';
import type { ComponentProps } from 'react';
import { DropArea } from './DropArea.tsx';
import { PasteBox } from './PasteBox.tsx';
import { Samples } from './Samples.tsx';

/** The ways in. */
export function StartCard(props: ComponentProps<typeof DropArea>) {
  return (
    <Card withBorder padding="lg">
      <Stack gap="lg">
        <DropArea {...props} />
        <Samples />
        <PasteBox />
      </Stack>
    </Card>
  );
}
