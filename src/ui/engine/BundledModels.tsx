import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { engine } from '../../app.ts';
import { BUNDLED, type BundledModel } from '../../models/catalogue.ts';
import { bytes } from '../parts/format.ts';
import { useApp } from '../use-app.ts';
import { Accuracies } from './Accuracies.tsx';

export function BundledModels({ onChosen }: { onChosen: () => void }) {
  const inUse = useApp((app) => app.engine.running?.model);
  function choose({ id }: BundledModel) {
    onChosen();
    void engine.chooseModel({ source: 'bundled', id });
  }
  return (
    <Stack gap="md">
      {BUNDLED.map((model) => (
        <Paper key={model.id} withBorder p="md" component="section" aria-label={model.title}>
          <Group justify="space-between" align="start" gap="sm" mb="sm">
            <div>
              <Title order={3} size="h5">
                {model.title}
              </Title>
              <Text size="sm" c="dimmed">
                {model.summary}
              </Text>
            </div>
            {model === inUse ? (
              <Badge color="teal" variant="dot" tt="none">
                In use
              </Badge>
            ) : (
              <Button size="xs" onClick={() => choose(model)}>
                Use {model.title}
              </Button>
            )}
          </Group>
          <Accuracies model={model} />
          <Text size="xs" c="dimmed" mt="xs">
            {model.languages.join(', ')} · {model.licence} · {sizes(model)}
          </Text>
        </Paper>
      ))}
    </Stack>
  );
}

function sizes({ files }: BundledModel): string {
  const of = (dtype: 'q8' | 'q4') => bytes(files[dtype].reduce((sum, file) => sum + file.bytes, 0));
  return `${of('q8')} for WASM, ${of('q4')} for WebGPU`;
}
