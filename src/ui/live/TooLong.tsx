import { Anchor, Button, Group, Text } from '@mantine/core';
import { live } from '../../app.ts';
import { LONGEST_TEXT } from '../../state/live.ts';
import { count } from '../parts/format.ts';
import { views } from '../views.ts';
import { Notice } from '../parts/Notice.tsx';

interface Props {
  characters: number;
  start: string;
}

/** Stands where a text was refused for its length. */
export function TooLong({ characters, start }: Props) {
  const fileView = views.find(({ path }) => path === '/batch');
  return (
    <Notice
      color="yellow"
      mt="sm"
      title={`That text has ${count(characters)} characters. Live takes ${count(LONGEST_TEXT)}.`}
    >
      <Text size="sm" mb="sm">
        {fileView ? (
          <>
            Whole files, with a text in each row, go to{' '}
            <Anchor href={`#${fileView.path}`} inherit c="inherit" underline="always">
              {fileView.title}
            </Anchor>
            .
          </>
        ) : (
          'Nothing was inserted. A text of this length is better split into smaller ones.'
        )}
      </Text>
      <Group>
        <Button size="xs" variant="default" onClick={() => live.setText(start)}>
          Use the first {count(LONGEST_TEXT)} characters
        </Button>
      </Group>
    </Notice>
  );
}
