import { Button, FileButton, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { scoring } from '../../../app.ts';
import type { Run } from '../../../core/runs.ts';
import { bytes, count } from '../../parts/format.ts';
import { Notice } from '../../parts/Notice.tsx';

/** The page was closed before the whole file was read, and it keeps no file: the user has it. */
export function ReadOn({ run }: { run: Run }) {
  const [other, setOther] = useState<string>();

  async function take(file: File | null) {
    if (file) setOther((await scoring.readOn(file)) ? undefined : file.name);
  }

  return (
    <>
      <Text size="sm" mb="sm">
        The page was closed before the file was read to its end. Choose {run.file.name} (
        {bytes(run.file.bytes)}) again to read the rest, or score the {count(run.rows)} rows that
        are here.
      </Text>
      {other !== undefined && (
        <Notice color="yellow" mb="sm">
          {other} is not the same file: its name or size differs. Choose {run.file.name}, or drop
          the other one on “Score a file” as a new run.
        </Notice>
      )}
      <Group gap="xs">
        <FileButton onChange={take}>
          {(props) => <Button {...props}>Choose {run.file.name}</Button>}
        </FileButton>
        <Button variant="default" onClick={scoring.doWithoutRest} disabled={run.rows === 0}>
          Score the {count(run.rows)} rows
        </Button>
      </Group>
    </>
  );
}
