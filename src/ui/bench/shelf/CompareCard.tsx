import { Button, Card, FileButton, Group, List, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { bench } from '../../../app.ts';
import { failureText } from '../../parts/failure-text.ts';
import { Notice } from '../../parts/Notice.tsx';
import { useApp } from '../../use-app.ts';
import { MachinesCard } from './MachinesCard.tsx';
import { machinesOf } from './machines.ts';

/** Results of any number of machines, side by side. */
export function CompareCard() {
  const { compared, refused } = useApp((app) => app.benchShelf);
  const machines = useMemo(() => machinesOf(compared), [compared]);
  return (
    <Stack gap="lg">
      <Card withBorder padding="lg" component="section" aria-labelledby="compare-title">
        <Title order={2} size="h5" id="compare-title">
          Compare machines
        </Title>
        <Text mt={4} mb="sm">
          Export the result on each laptop, then drop the files here, thirty at once if you like.
        </Text>
        <Group gap="xs">
          <FileButton multiple accept=".json,application/json" onChange={bench.importFiles}>
            {(props) => (
              <Button variant="default" {...props}>
                Choose result files
              </Button>
            )}
          </FileButton>
          {(compared.length > 0 || refused.length > 0) && (
            <Button variant="default" onClick={bench.clearCompared}>
              Clear the comparison
            </Button>
          )}
        </Group>
        {refused.length > 0 && (
          <Notice
            color="red"
            role="alert"
            mt="md"
            title={`${refused.length} ${refused.length === 1 ? 'file' : 'files'} could not be read`}
          >
            <List size="sm">
              {refused.map(({ failure }, i) => (
                <List.Item key={i}>
                  {failureText(failure)} ({failure.detail})
                </List.Item>
              ))}
            </List>
          </Notice>
        )}
      </Card>
      {machines.length > 0 && <MachinesCard machines={machines} />}
    </Stack>
  );
}
