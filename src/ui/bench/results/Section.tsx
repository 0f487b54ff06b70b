import { Group, Stack, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

interface Props {
  title: string;
  tools?: ReactNode;
  children: ReactNode;
}

/** Cards that belong together, under one heading. */
export function Section({ title, tools, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Group justify="space-between" align="end" mb="sm" gap="sm">
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        {tools}
      </Group>
      <Stack gap="md">{children}</Stack>
    </section>
  );
}
