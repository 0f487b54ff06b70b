import { Button, Text, Title } from '@mantine/core';
import { scoring } from '../../../app.ts';

export function Elsewhere() {
  return (
    <>
      <Title order={2} size="h5" mb="xs">
        Another tab is scoring this run
      </Title>
      <Text size="sm" mb="sm">
        What it has stored so far is shown here. When that tab pauses or is closed, you can go on in
        this one.
      </Text>
      <Button variant="default" size="xs" onClick={scoring.look}>
        Show what is new
      </Button>
    </>
  );
}
