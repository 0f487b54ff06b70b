import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { calls } from '../../../app.ts';
import { Panel } from '../../parts/Panel.tsx';
import { useApp } from '../../use-app.ts';
import styles from './calls.module.css';
import { EXAMPLES } from './examples.ts';

/** Where calls are typed. Arrow keys bring back earlier ones, as in any console. */
export function CallBox() {
  const { typed, entries } = useApp((app) => app.calls);
  const waiting = entries.some(({ outcome }) => outcome.phase === 'waiting');
  const earlier = [...new Set(entries.map(({ source }) => source))];
  /** Place in `earlier`, and what stood in the box before it was left; -1: not in it. */
  const [back, setBack] = useState({ place: -1, draft: '' });

  function run() {
    setBack({ place: -1, draft: '' });
    void calls.run();
  }

  function go(place: number) {
    const draft = back.place < 0 ? typed : back.draft;
    calls.type(place < 0 ? draft : earlier[place]!);
    setBack({ place, draft });
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const { key, shiftKey, altKey, ctrlKey, metaKey, nativeEvent } = event;
    if (nativeEvent.isComposing || shiftKey || altKey || ctrlKey || metaKey) return;
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const upward = key === 'ArrowUp' && !value.slice(0, selectionStart).includes('\n');
    const downward = key === 'ArrowDown' && !value.slice(selectionEnd).includes('\n');
    if (key === 'Enter') run();
    else if (upward && back.place + 1 < earlier.length) go(back.place + 1);
    else if (downward && back.place >= 0) go(back.place - 1);
    else return;
    event.preventDefault();
  }

  return (
    <Panel title="Console">
      <Stack>
        <Text maw="46rem">
          This is the <code>predict</code> that the whole page uses; other programs on this page can
          call it as <code>sentiscope.predict</code>. What you type is read as data and never run as
          code: one call, with texts, numbers, lists and the like written out.
        </Text>
        <Textarea
          label="A call of predict"
          description="Enter runs it, Shift and Enter begin a new line. Arrow up and down bring back earlier calls."
          autosize
          minRows={1}
          maxRows={10}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          classNames={{ input: styles.box }}
          value={typed}
          onChange={(event) => calls.type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Group gap="xs">
          <Button onClick={run}>Run</Button>
          {waiting && (
            <Button variant="default" onClick={calls.stop}>
              Stop
            </Button>
          )}
        </Group>
        <Group gap="xs" role="group" aria-label="Examples">
          {EXAMPLES.map(({ name, source }) => (
            <Button
              key={name}
              size="xs"
              radius="xl"
              variant="default"
              title={source}
              onClick={() => void calls.again(source)}
            >
              {name}
            </Button>
          ))}
        </Group>
      </Stack>
    </Panel>
  );
}
