import { Card, Group, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

interface Props {
  title: string;
  tools?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}

/** A card that is named by its title. */
export function Panel({ title, tools, className, children }: Props) {
  const id = useId();
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby={id} className={className}>
      <Group justify="space-between" wrap="nowrap" mb="sm" mih={28}>
        <Title order={3} size="h5" id={id}>
          {title}
        </Title>
        {tools}
      </Group>
      {children}
    </Card>
  );
}
