import { Button, Group, Popover, Stack, Text, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';

interface Props extends ButtonProps {
  /** On the button. */
  children: ReactNode;
  /** The button's name, where its own words say too little. */
  name?: string;
  /** Names the question for a screen reader. */
  title: string;
  question: ReactNode;
  /** On the button that agrees. */
  yes: string;
  onConfirm: () => unknown;
}

/** A button for what can't be taken back: it asks once. */
export function ConfirmButton({ children, name, title, question, yes, onConfirm, ...look }: Props) {
  const [asking, ask] = useDisclosure(false);
  function confirm() {
    ask.close();
    onConfirm();
  }
  return (
    <Popover opened={asking} onDismiss={ask.close} trapFocus returnFocus withArrow width={270}>
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={name}
          onClick={ask.toggle}
          {...look}
        >
          {children}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={title}>
        <Stack gap="sm">
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {question}
          </Text>
          <Group gap="xs">
            <Button size="xs" color="red.9" onClick={confirm}>
              {yes}
            </Button>
            <Button size="xs" variant="default" onClick={ask.close}>
              Keep
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
