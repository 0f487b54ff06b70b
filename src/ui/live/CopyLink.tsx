import { Button, TextInput, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { store } from '../../app.ts';
import { useApp } from '../use-app.ts';
import styles from './live.module.css';
import { linkTo } from './link.ts';

interface Outcome {
  text: string;
  copied: boolean;
}

/** Makes a link only when asked: the text is in it. */
export function CopyLink() {
  const blank = useApp(({ live }) => live.text.trim() === '');
  const [outcome, setOutcome] = useState<Outcome>();
  const current = useApp(({ live }) => live.text === outcome?.text);
  if (blank) return null;

  async function copy() {
    const { text } = store.getState().live;
    // There is no clipboard at all on a page that came over plain http.
    const copying = Promise.resolve().then(() => navigator.clipboard.writeText(linkTo(text)));
    const copied = await copying.then(
      () => true,
      () => false,
    );
    setOutcome({ text, copied });
  }

  const done = current && outcome?.copied;
  return (
    <>
      <Button
        className={styles.copy}
        size="compact-xs"
        variant="default"
        title="The text is in the link, after #: it is sent to no server"
        onClick={copy}
      >
        {done ? 'Link copied' : 'Copy a link to this text'}
      </Button>
      <VisuallyHidden aria-live="polite">{done && 'Link copied'}</VisuallyHidden>
      {current && !outcome?.copied && (
        <TextInput
          mt="sm"
          label="Link to this text"
          description="The browser did not let the page copy it: select it and copy."
          readOnly
          autoFocus
          value={linkTo(outcome!.text)}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  );
}
