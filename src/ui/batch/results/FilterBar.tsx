import { Button, CloseButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { results } from '../../../app.ts';
import { labelsOf, type Run, type Summary } from '../../../core/runs.ts';
import { count } from '../../parts/format.ts';
import { useApp } from '../../use-app.ts';
import { conditions } from './filter-text.ts';
import { LabelFilter } from './LabelFilter.tsx';
import { MoreFilters } from './MoreFilters.tsx';
import shared from './results.module.css';
import styles from './rows.module.css';
import { Sorting } from './Sorting.tsx';

/** Which rows the table shows. */
export function FilterBar({ run, summary }: { run: Run; summary: Summary | undefined }) {
  const filter = useApp(({ results }) => results.query.filter);
  const [open, setOpen] = useState(false);
  const id = useId();
  const list = conditions(filter);

  return (
    <Stack gap="sm" role="search" aria-label="Rows">
      <div className={styles.filterBar}>
        <TextInput
          className={styles.search}
          aria-label="Search the texts"
          placeholder='Search: all words, "a phrase"'
          value={filter.search ?? ''}
          onChange={(event) => results.refine({ search: event.currentTarget.value })}
          rightSection={
            filter.search && (
              <CloseButton
                size="sm"
                aria-label="Clear the search"
                onClick={() => results.refine({ search: undefined })}
              />
            )
          }
          autoComplete="off"
        />
        <LabelFilter labels={labelsOf(run.model)} chosen={filter.labels ?? []} />
        <Button
          variant="default"
          size="xs"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Fewer filters' : 'More filters'}
        </Button>
      </div>
      {open && (
        <div id={id}>
          <MoreFilters run={run} summary={summary} filter={filter} />
        </div>
      )}
      <div className={styles.statusLine}>
        <Group gap={8} mih={30}>
          <Matching total={run.rows} filtered={list.length > 0} />
          {list.map(({ key, text }) => (
            <span key={key} className={styles.condition}>
              <span className={styles.conditionText}>{text}</span>
              <CloseButton
                size="xs"
                aria-label={`Take back: ${text}`}
                onClick={() => results.refine({ [key]: undefined })}
              />
            </span>
          ))}
          {list.length > 0 && (
            <Button size="compact-sm" variant="subtle" onClick={() => results.setFilter({})}>
              Clear filters
            </Button>
          )}
        </Group>
        <Sorting run={run} />
      </div>
    </Stack>
  );
}

function Matching({ total, filtered }: { total: number; filtered: boolean }) {
  const matching = useApp(({ results }) => results.ids?.length);
  const busy = useApp(({ results }) => results.busy);
  const text =
    matching === undefined || busy
      ? 'Looking'
      : filtered
        ? `${count(matching)} of ${count(total)} rows`
        : `${count(matching)} ${matching === 1 ? 'row' : 'rows'}`;
  return (
    <Text size="sm" fw={600} role="status" className={shared.figures}>
      {text}
    </Text>
  );
}
