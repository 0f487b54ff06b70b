import { Button, Container, Paper, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { toFailure } from '../../core/failure.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { crashText } from './crash-text.ts';

/** A class, because React has no other way to catch what a component throws. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <Container size="xs" py="xl">
        <Paper withBorder p="lg" role="alert">
          <Title order={2} size="h4" mb="xs">
            This part of the page stopped
          </Title>
          <Text mb="md">{crashText(error)}</Text>
          <Button onClick={() => location.reload()}>Reload the page</Button>
          <Disclosure label="Technical detail" mt="md">
            <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
              {toFailure(error, 'inference-failed').detail}
            </Text>
          </Disclosure>
        </Paper>
      </Container>
    );
  }
}
