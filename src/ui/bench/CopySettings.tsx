import { Button, TextInput, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { BenchSettings } from '../../core/bench/settings.ts';
import { classLink } from './address.ts';

/** One link that asks every machine the same. */
export function CopySettings({
  settings,
  size = 'md',
}: {
  settings: BenchSettings;
  size?: 'sm' | 'md';
}) {
  const link = classLink(settings);
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
      <Button variant="default" size={size} onClick={copy}>
        {current?.copied ? 'Link copied' : 'Copy a link for the class'}
      </Button>
      <VisuallyHidden aria-live="polite">{current?.copied && 'Link copied'}</VisuallyHidden>
      {current?.copied === false && (
        <TextInput
          label="Link with these settings"
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
