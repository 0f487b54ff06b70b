import { Chip, Group, Input, NativeSelect, TagsInput, TextInput } from '@mantine/core';
import { results } from '../../../app.ts';
import { labelsOf, type Filter, type Run, type Summary } from '../../../core/runs.ts';
import { ConfidenceRange } from './ConfidenceRange.tsx';
import { ALL_FLAGS, ALWAYS, DAY_MS, FLAG_TEXT } from './filter-text.ts';
import styles from './rows.module.css';

interface Props {
  run: Run;
  summary: Summary | undefined;
  filter: Filter;
}

/** The conditions that are needed less often. */
export function MoreFilters({ run: { mapping, columns, model }, summary, filter }: Props) {
  return (
    <div className={styles.moreFilters}>
      <ConfidenceRange labels={labelsOf(model).length} chosen={filter.confidence} />
      {mapping.label !== undefined && (
        <NativeSelect
          label="Given label"
          size="sm"
          value={filter.agreement ?? ''}
          onChange={({ currentTarget: { value } }) =>
            results.refine({
              agreement: value === '' ? undefined : (value as 'agrees' | 'disagrees'), // the options below
            })
          }
          data={[
            { value: '', label: 'Any' },
            { value: 'agrees', label: 'Same as the model’s' },
            { value: 'disagrees', label: 'Differs from the model’s' },
          ]}
        />
      )}
      <NativeSelect
        label="Corrections"
        size="sm"
        value={filter.corrected === undefined ? '' : String(filter.corrected)}
        onChange={({ currentTarget: { value } }) =>
          results.refine({ corrected: value === '' ? undefined : value === 'true' })
        }
        data={[
          { value: '', label: 'Any' },
          { value: 'true', label: 'Corrected by hand' },
          { value: 'false', label: 'Not corrected' },
        ]}
      />
      {mapping.group !== undefined && (
        <TagsInput
          label={columns[mapping.group]}
          size="sm"
          description={summary?.groups?.more ? 'Smaller ones can be typed in.' : undefined}
          placeholder={filter.groups ? undefined : 'Any'}
          data={summary?.groups?.top.map(({ group }) => group) ?? []}
          value={[...(filter.groups ?? [])]}
          onChange={(groups) => results.refine({ groups })}
          comboboxProps={{ withinPortal: false }} // inside the landmark it belongs to
          clearable
        />
      )}
      {mapping.date !== undefined && <DateRange chosen={filter.dates} />}
      <Input.Wrapper label="Flags" size="sm" labelElement="div">
        <Chip.Group
          multiple
          value={[...(filter.flags ?? [])]}
          onChange={(value) => results.refine({ flags: value })}
        >
          <Group gap={6} role="group" aria-label="Flags" mt={4}>
            {ALL_FLAGS.map((flag) => (
              <Chip key={flag} value={flag} size="xs" variant="outline">
                {FLAG_TEXT[flag].word}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
    </div>
  );
}

/** Days, both included, as the dates stand in the file: in no time zone. */
function DateRange({ chosen }: { chosen: Filter['dates'] }) {
  const [from, to] = chosen ?? ALWAYS;
  const write = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const read = (value: string) => (value ? Date.parse(`${value}T00:00:00Z`) : NaN);

  function choose(from: number, to: number) {
    const open = from === ALWAYS[0] && to === ALWAYS[1];
    results.refine({ dates: open ? undefined : [from, to] });
  }

  return (
    <Group gap="xs" grow wrap="nowrap">
      <TextInput
        type="date"
        size="sm"
        label="From"
        value={from === ALWAYS[0] ? '' : write(from)}
        onChange={({ currentTarget: { value } }) => {
          const ms = read(value);
          choose(Number.isNaN(ms) ? ALWAYS[0] : ms, to);
        }}
      />
      <TextInput
        type="date"
        size="sm"
        label="To"
        value={to === ALWAYS[1] ? '' : write(to - DAY_MS)}
        onChange={({ currentTarget: { value } }) => {
          const ms = read(value);
          choose(from, Number.isNaN(ms) ? ALWAYS[1] : ms + DAY_MS);
        }}
      />
    </Group>
  );
}
