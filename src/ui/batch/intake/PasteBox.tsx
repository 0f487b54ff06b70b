import { Button, Stack, Textarea } from '@mantine/core';
import { useState, type ClipboardEvent } from 'react';
import { intake } from '../../../app.ts';
import { Disclosure } from '../../parts/Disclosure.tsx';

/** More than this goes straight in: a megabyte in a text area freezes the page. */
const MOST_SHOWN = 20_000;

/** Rows copied from a spreadsheet or lines from anywhere. */
export function PasteBox() {
  const [text, setText] = useState('');

  function takeIfLong(event: ClipboardEvent<HTMLTextAreaElement>) {
    const pasted = event.clipboardData.getData('text/plain');
    if (pasted.length <= MOST_SHOWN) return;
    event.preventDefault();
    void intake.openText(pasted);
  }

  return (
    <Disclosure label="Paste text">
      <Stack gap="sm" align="start">
        <Textarea
          label="Text to score"
          description="A review in each line, or cells copied from a spreadsheet."
          rows={6}
          w="100%"
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onPaste={takeIfLong}
        />
        <Button
          variant="default"
          disabled={text.trim() === ''}
          onClick={() => intake.openText(text)}
        >
          Use this text
        </Button>
      </Stack>
    </Disclosure>
  );
}
