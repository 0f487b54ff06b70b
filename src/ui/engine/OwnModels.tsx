import { Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { ownModels } from '../../app.ts';
import { ownSummary } from '../../models/own-model.ts';
import { useApp } from '../use-app.ts';
import { Accuracies } from './Accuracies.tsx';

const TRAIN = '#/learn?part=train';

/** Models that were trained on this page, or brought here as a file. */
export function OwnModels({ onChosen }: { onChosen: () => void }) {
  const list = useApp((app) => app.ownModels.list);
  const inUse = useApp(({ engine }) => engine.running?.model.id);
  return (
    <Stack gap="md">
      <Text size="sm">
        {list.length === 0 && 'None yet. '}Models with labels of your own are trained, imported,
        exported and deleted in Learn,{' '}
        <Anchor inherit href={TRAIN} underline="always" onClick={onChosen}>
          Train your own
        </Anchor>
        .
      </Text>
      {list.map((model) => (
        <Paper key={model.id} withBorder p="md" component="section" aria-label={model.title}>
          <Group justify="space-between" align="start" gap="sm" mb="sm">
            <div style={{ minWidth: 0, flex: '1 1 14rem', overflowWrap: 'anywhere' }}>
              <Title order={3} size="h5">
                {model.title}
              </Title>
              <Text size="sm" c="dimmed">
                {ownSummary(model)}
              </Text>
            </div>
            {model.id === inUse ? (
              <Badge color="teal" variant="dot" tt="none">
                In use
              </Badge>
            ) : (
              <Button
                size="xs"
                onClick={() => {
                  onChosen();
                  void ownModels.use(model.id);
                }}
              >
                Use {model.title}
              </Button>
            )}
          </Group>
          <Accuracies model={model} />
        </Paper>
      ))}
    </Stack>
  );
}
