import { Button, TextInput, VisuallyHidden, type ButtonProps } from '@mantine/core';
import { useState, type ReactNode } from 'react';

interface Props extends ButtonProps {
  link: string;
  /** On the button. */
  children: ReactNode;
  /** Names the field that holds the link where the browser lets nobody copy. */
  label: string;
}

/** A button that copies an address. */
export function CopyLink({ link, children, label, ...look }: Props) {
  const [outcome, setOutcome] = useState<{ link: string; copied: boolean }>();
  const current = outcome?.link === link ? outcome : undefined;

  async function copy() {
    // There is no clipboard at all on a page that came over plain http.
    const copied = await Promise.resolve()
      .then(() => navigator.clipboard.writeText(link))
      .then(
        () => true,
        () => false,
      );
    setOutcome({ link, copied });
  }

  return (
    <>
      <Button variant="default" onClick={copy} {...look}>
        {current?.copied ? 'Link copied' : children}
      </Button>
      <VisuallyHidden aria-live="polite">{current?.copied && 'Link copied'}</VisuallyHidden>
      {current?.copied === false && (
        <TextInput
          label={label}
          description="The browser did not let the page copy it: select it and copy."
          readOnly
          autoFocus
          w="100%"
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  );
}
