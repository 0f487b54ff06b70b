import { Button, Card, Collapse, Group, Loader, Text, Title } from '@mantine/core';
import { memo, useEffect, useId, useRef, useState } from 'react';
import type { Draft } from '../../../state/intake-state.ts';
import { failureText } from '../../parts/failure-text.ts';
import { bytes, count } from '../../parts/format.ts';
import { Notice } from '../../parts/Notice.tsx';
import { FailureDetail } from './FailureDetail.tsx';
import { CHOICES, readingSummary } from './reading-text.ts';
import { ReadingFields } from './ReadingFields.tsx';

type Props = Pick<Draft, 'file' | 'ignored' | 'inspection' | 'chosen' | 'rereading' | 'refused'>;

/** Which file, and how it is read. */
// Not drawn again with every step of the counting.
export const FileCard = memo(function FileCard(props: Props) {
  const { file, ignored, inspection, chosen, rereading, refused } = props;
  const [changing, setChanging] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const changeable = CHOICES[inspection.reading.format].length > 0;

  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [file]);

  return (
    <Card withBorder padding="lg" component="section" aria-labelledby={`${id}-title`}>
      <Title
        ref={heading}
        order={2}
        size="h4"
        id={`${id}-title`}
        tabIndex={-1}
        style={{ overflowWrap: 'anywhere', outline: 'none' }}
      >
        {file.name}{' '}
        <Text span c="dimmed" size="sm" fw={400}>
          {bytes(file.size)}
        </Text>
      </Title>
      {ignored > 0 && (
        <Text size="sm" mt={4}>
          {ignored === 1 ? 'Another file came' : `${count(ignored)} other files came`} with it and{' '}
          {ignored === 1 ? 'was' : 'were'} left alone: one file is scored at a time.
        </Text>
      )}
      <Group gap="xs" mt={4} align="center">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {readingSummary(inspection).join(' · ')}
        </Text>
        {changeable && (
          <Button
            variant="default"
            size="compact-sm"
            aria-expanded={changing}
            aria-controls={changing ? id : undefined}
            onClick={() => setChanging(!changing)}
          >
            {changing ? 'Done' : 'Change'}
          </Button>
        )}
        {rereading && <Loader size="xs" aria-label="Reading the file again" />}
      </Group>
      <Collapse expanded={changing && changeable} id={id} keepMounted={false}>
        <ReadingFields inspection={inspection} chosen={chosen} />
      </Collapse>
      {refused && (
        <Notice color="red" mt="sm" title="It cannot be read that way">
          {failureText(refused)} What you see is how it was read before.
          <FailureDetail failure={refused} />
        </Notice>
      )}
    </Card>
  );
});
