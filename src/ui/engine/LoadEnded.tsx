import { Button, Code, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { engine } from '../../app.ts';
import type { Failure } from '../../core/failure.ts';
import { BASE } from '../../models/catalogue.ts';
import { titleOf, type Chosen, type HubChoice } from '../../models/chosen.ts';
import type { EngineState, Running } from '../../state/engine-state.ts';
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

/** What a stand-in does where the chosen model does not come. */
const goesOn = ({ model }: Running) =>
  `${titleOf(model)} goes on answering what you type; files and all else wait for a chosen model.`;

/** Makes the chosen model of what only stands in for it. */
function KeepStandIn({ standIn }: { standIn: Running }) {
  const { source, id } = standIn.model;
  if (source !== 'bundled') return null;
  return (
    <Button size="xs" variant="default" onClick={() => engine.chooseModel({ source, id })}>
      Use {titleOf(standIn.model)}
    </Button>
  );
}

export function LoadStopped({ title, standIn }: { title: string; standIn: Running | undefined }) {
  const text = standIn ? goesOn(standIn) : 'Nothing can be classified until a model is loaded.';
  return (
    <Ended title={title} text={text}>
      <Group gap="xs">
        <Button size="xs" onClick={engine.start}>
          Load
        </Button>
        {standIn && <KeepStandIn standIn={standIn} />}
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
  engine: EngineState;
}

export function LoadFailed({ title, failure, wanted, engine: { running, standIn } }: FailedProps) {
  const text = [failureText(failure), standIn && goesOn(standIn)].filter(Boolean).join(' ');
  return (
    <Ended title={title} text={text}>
      <Group gap="xs">
        <Button size="xs" onClick={engine.start}>
          Try again
        </Button>
        {standIn ? (
          <KeepStandIn standIn={standIn} />
        ) : running ? (
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
