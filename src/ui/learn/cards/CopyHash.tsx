import { Button, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';

const SAYS = { copied: 'Copied', refused: 'Select it and copy' };

/** Copies a hash. There is no clipboard on a page that came over plain http: then the hash beside it can be selected. */
export function CopyHash({ name, hash }: { name: string; hash: string }) {
  const [outcome, setOutcome] = useState<keyof typeof SAYS>();

  async function copy() {
    try {
      await navigator.clipboard.writeText(hash);
      setOutcome('copied');
    } catch {
      setOutcome('refused');
    }
  }

  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`Copy the hash of ${name}`}
        onClick={copy}
      >
        {outcome ? SAYS[outcome] : 'Copy'}
      </Button>
      <VisuallyHidden aria-live="polite">{outcome && SAYS[outcome]}</VisuallyHidden>
    </>
  );
}
