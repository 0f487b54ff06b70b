import { Box, Collapse, UnstyledButton, type BoxProps } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import styles from './Disclosure.module.css';

interface Props extends BoxProps {
  label: ReactNode;
  children: ReactNode;
}

/** A line that unfolds what it names. */
export function Disclosure({ label, children, ...box }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <Box {...box}>
      <UnstyledButton
        className={styles.label}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <svg className={styles.arrow} viewBox="0 0 12 12" aria-hidden>
          <path d="M4 2l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.75" />
        </svg>
        {label}
      </UnstyledButton>
      <Collapse expanded={open} id={id} keepMounted={false}>
        <Box pt="xs">{children}</Box>
      </Collapse>
    </Box>
  );
}
