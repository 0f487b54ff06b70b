import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { attention } from '../../../app.ts';

/** Asks for the browser's leave to tell when the run is done; nothing where it can't. */
export function NotifyMe() {
  const [allowed, setAllowed] = useState(attention.allowed);
  switch (allowed) {
    case 'not-here':
      return null;
    case 'yes':
      return (
        <Text size="sm" c="dimmed">
          You will be told when it is done.
        </Text>
      );
    case 'no':
      return (
        <Text size="sm" c="dimmed">
          Notifications are blocked for this site.
        </Text>
      );
    case 'not-asked':
      return (
        <Button variant="subtle" onClick={async () => setAllowed(await attention.ask())}>
          Tell me when it is done
        </Button>
      );
  }
}
