import { List, Text } from '@mantine/core';
import type { Problems } from '../../../core/intake.ts';
import { Disclosure } from '../../parts/Disclosure.tsx';
import { count } from '../../parts/format.ts';
import { problemText } from '../intake/problem-text.ts';

/** What could not be taken from the file as it was. */
export function RunProblems({ problems }: { problems: Problems }) {
  const { total, skipped, listed } = problems;
  if (total === 0) return null;
  const label =
    skipped > 0
      ? `${count(skipped)} ${skipped === 1 ? 'row was' : 'rows were'} left out of the file`
      : `${count(total)} ${total === 1 ? 'thing' : 'things'} in the file to know about`;
  return (
    <Disclosure label={label} mt={4}>
      <List size="sm" spacing={4}>
        {listed.map((problem, i) => (
          <List.Item key={i}>{problemText(problem)}</List.Item>
        ))}
      </List>
      {total > listed.length && (
        <Text size="sm" c="dimmed" mt={4}>
          And {count(total - listed.length)} more of the kind.
        </Text>
      )}
    </Disclosure>
  );
}
