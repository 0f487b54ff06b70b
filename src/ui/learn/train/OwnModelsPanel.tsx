import { Badge, Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { ownModels } from '../../../app.ts';
import { findBundled } from '../../../models/chosen.ts';
import type { OwnModel } from '../../../models/own-model.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { failureText } from '../../parts/failure-text.ts';
import { count } from '../../parts/format.ts';
import { Notice } from '../../parts/Notice.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { useApp } from '../../use-app.ts';
import { shareText } from './result-text.ts';
import styles from './train.module.css';

/** Models of the user's own that are kept here: use, export, delete, import. */
export function OwnModelsPanel() {
  const { list, failure } = useApp((app) => app.ownModels);
  const inUse = useApp(({ engine }) => engine.running?.model.id);
  return (
    <Panel
      title="Your own models"
      tools={
        <FileButton
          accept=".json,application/json"
          onChange={(file) => file && void ownModels.importFile(file)}
        >
          {(button) => (
            <Button size="xs" variant="default" {...button}>
              Import a model
            </Button>
          )}
        </FileButton>
      }
    >
      <Stack>
        {failure && (
          <Notice
            color="red"
            role="alert"
            title={failure.code === 'quota' ? 'Not kept for the next visit' : 'Not imported'}
          >
            {failure.code === 'quota'
              ? 'This browser has no room for it, or lets the page keep nothing. It is there until the page is closed: export it, or delete others and keep it again.'
              : failureText(failure)}
          </Notice>
        )}
        {list.length === 0 ? (
          <Text size="sm" c="dimmed">
            None yet. What you train and keep stands here, also after a reload, and can be taken to
            another machine as a JSON file.
          </Text>
        ) : (
          <ul className={styles.own} aria-label="Your own models">
            {list.map((model) => (
              <li key={model.id}>
                <One model={model} inUse={model.id === inUse} />
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Panel>
  );
}

function One({ model, inUse }: { model: OwnModel; inUse: boolean }) {
  const { id, title, labels, encoder, trained } = model;
  return (
    <Group justify="space-between" gap="sm">
      <div style={{ minWidth: 0, flex: '1 1 16rem' }}>
        <span className={styles.name}>{title}</span>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {count(labels.length)} labels on {findBundled(encoder.id).title}, trained on{' '}
          {count(trained.texts)} texts of {trained.from}; {shareText(trained)} right on{' '}
          {count(trained.of)} held-out texts.
        </Text>
      </div>
      <Group gap="xs">
        {inUse ? (
          <Badge color="teal" variant="dot" tt="none">
            In use
          </Badge>
        ) : (
          <Button
            size="compact-sm"
            onClick={() => void ownModels.use(id)}
            aria-label={`Use ${title}`}
          >
            Use it
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Export ${title}`}
          onClick={() => ownModels.exportJson(id)}
        >
          Export
        </Button>
        <ConfirmButton
          size="compact-sm"
          name={`Delete ${title}`}
          title="Delete the model"
          question={`Delete “${title}”? ${inUse ? 'It goes on answering until you choose another model, and can’t be chosen again' : 'It can’t be chosen again'} unless you have exported it.`}
          yes="Delete"
          onConfirm={() => ownModels.remove(id)}
        >
          Delete
        </ConfirmButton>
      </Group>
    </Group>
  );
}
