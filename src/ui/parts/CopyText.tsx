import { Button, TextInput, VisuallyHidden, type ButtonProps } from '@mantine/core';
import { useState } from 'react';

interface Props extends ButtonProps {
  /** What is copied. */
  text: string;
  /** On the button, and once it is done. */
  children: string;
  done: string;
  /** Names the field that holds the text where the browser lets nobody copy; else what is on the button does. */
  label?: string;
}

/** Copies a text; where the browser does not let the page, shows it for copying by hand. */
export function CopyText({ text, children, done, label = children, ...look }: Props) {
  const [outcome, setOutcome] = useState<{ text: string; copied: boolean }>();
  const current = outcome?.text === text ? outcome : undefined;

  async function copy() {
    // There is no clipboard at all on a page that came over plain http.
    const copied = await Promise.resolve()
      .then(() => navigator.clipboard.writeText(text))
      .then(
        () => true,
        () => false,
      );
    setOutcome({ text, copied });
  }

  return (
    <>
      <Button variant="default" {...look} onClick={copy}>
        {current?.copied ? done : children}
      </Button>
      <VisuallyHidden aria-live="polite">{current?.copied && done}</VisuallyHidden>
      {current?.copied === false && (
        <TextInput
          label={label}
          description="The browser did not let the page copy it: select it and copy."
          readOnly
          autoFocus
          w="100%"
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  );
}
