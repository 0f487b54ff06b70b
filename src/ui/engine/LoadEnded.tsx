import { Button, Code, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { engine } from '../../app.ts';
import type { Failure } from '../../core/failure.ts';
import { BASE } from '../../models/catalogue.ts';
import { titleOf, type Chosen, type HubChoice } from '../../models/chosen.ts';
import type { Running } from '../../state/engine-state.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { failureText } from '../parts/failure-text.ts';
import { bytes } from '../parts/format.ts';

const useBase = () => engine.chooseModel({ source: 'bundled', id: BASE.id });

interface EndedProps {
  title: string;
  text: string;
  children: ReactNode;
}

function Ended({ title, text, children }: EndedProps) {
  return (
    <Stack gap={8}>
      <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
        {title}
      </Text>
      <Text size="sm">{text}</Text>
      {children}
    </Stack>
  );
}

export function LoadStopped({ title }: { title: string }) {
  return (
    <Ended title={title} text="Nothing can be classified until a model is loaded.">
      <Group gap="xs">
        <Button size="xs" onClick={engine.start}>
          Load
        </Button>
      </Group>
    </Ended>
  );
}

/** A hub model of the last visit whose files are gone: its host is asked again only if the user wants that. */
export function LoadAsking({ title, model }: { title: string; model: HubChoice }) {
  const { host } = new URL(model.host);
  const size = bytes(model.files.reduce((sum, file) => sum + file.bytes, 0));
  return (
    <Ended title={title} text={`To use it again, ${host} has to be asked for its files.`}>
      <Group gap="xs">
        <Button size="xs" onClick={engine.start}>
          Download {size} from {host}
        </Button>
        <Button size="xs" variant="default" onClick={useBase}>
          Use {BASE.title}
        </Button>
      </Group>
    </Ended>
  );
}

interface FailedProps {
  title: string;
  failure: Failure;
  wanted: Chosen;
  running: Running | undefined;
}

export function LoadFailed({ title, failure, wanted, running }: FailedProps) {
  return (
    <Ended title={title} text={failureText(failure)}>
      <Group gap="xs">
        <Button size="xs" onClick={engine.start}>
          Try again
        </Button>
        {running ? (
          <Button size="xs" variant="default" onClick={engine.cancel}>
            Go on with {titleOf(running.model)}
          </Button>
        ) : (
          wanted !== BASE && (
            <Button size="xs" variant="default" onClick={useBase}>
              Use {BASE.title}
            </Button>
          )
        )}
      </Group>
      <Disclosure label="Technical detail">
        <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {failure.code}: {failure.detail}
        </Code>
      </Disclosure>
    </Ended>
  );
}
