import { Group, NativeSelect, Text, UnstyledButton } from '@mantine/core';
import { useId } from 'react';
import { results } from '../../../app.ts';
import type { Run, SortBy } from '../../../core/runs.ts';
import { useApp } from '../../use-app.ts';
import { sortings, startsDescending } from './columns.ts';
import styles from './rows.module.css';

/** What the rows are sorted by, columns that the table does not show included. */
export function Sorting({ run }: { run: Run }) {
  const id = useId();
  const { by, descending } = useApp(({ results }) => results.query.sort);
  return (
    <Group gap="xs" wrap="nowrap">
      <Text size="sm" c="dimmed" id={id}>
        Sort by
      </Text>
      <NativeSelect
        size="xs"
        aria-labelledby={id}
        value={by}
        data={sortings(run)}
        onChange={({ currentTarget: { value } }) => {
          const by = value as SortBy; // the options are sortings
          results.sortBy(by, startsDescending(by));
        }}
      />
      <UnstyledButton className={styles.direction} onClick={() => results.sortBy(by, !descending)}>
        {descending ? 'Descending' : 'Ascending'} <span aria-hidden>{descending ? '↓' : '↑'}</span>
      </UnstyledButton>
    </Group>
  );
}
