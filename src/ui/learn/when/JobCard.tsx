import {
  Button,
  Fieldset,
  Group,
  Input,
  NativeSelect,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core';
import { useId } from 'react';
import { when } from '../../../app.ts';
import { isChosen, PRESETS } from '../../../core/learn/when/presets.ts';
import {
  jobQuery,
  UNITS,
  type Problems,
  type TypedJob,
  type Unit,
} from '../../../core/learn/when/read-job.ts';
import { Panel } from '../../parts/Panel.tsx';
import { addressOf } from '../address.ts';
import { CopyText } from '../../parts/CopyText.tsx';

interface Props {
  typed: TypedJob;
  problems: Problems;
}

/** The job: what comes in, who waits, and when results are read. */
export function JobCard({ typed, problems }: Props) {
  const nobody = typed.waitedFor.trim() === '0';
  const [page] = window.location.href.split('#');
  return (
    <Panel title="Your job">
      <Stack>
        <Group gap="xs" role="group" aria-label="Ready-made jobs">
          {PRESETS.map((preset) => {
            const chosen = isChosen(preset, typed);
            return (
              <Button
                key={preset.name}
                size="xs"
                variant={chosen ? 'light' : 'default'}
                aria-pressed={chosen}
                onClick={() => when.change(preset.job)}
              >
                {preset.name}
              </Button>
            );
          })}
        </Group>
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <Fieldset legend="How many">
            <Stack gap="sm">
              <NumberField name="reviewsPerDay" label="Reviews a day" {...{ typed, problems }} />
              <NumberField
                name="waitedFor"
                label="Of these, somebody waits for (%)"
                {...{ typed, problems }}
              />
              <NumberField name="workers" label="Workers that score" {...{ typed, problems }} />
            </Stack>
          </Fieldset>
          <Fieldset legend="Those somebody waits for">
            <Stack gap="sm">
              <NumberField
                name="peakPerSecond"
                label="They come, at the peak (a second)"
                disabled={nobody}
                {...{ typed, problems }}
              />
              <TimeField
                name="patience"
                label="An answer may take"
                disabled={nobody}
                {...{ typed, problems }}
              />
            </Stack>
          </Fieldset>
          <Fieldset legend="As a list">
            <Stack gap="sm">
              <TimeField
                name="interval"
                label="Results are read, so a batch runs, every"
                {...{ typed, problems }}
              />
              <TimeField name="window" label="A batch may take" {...{ typed, problems }} />
            </Stack>
          </Fieldset>
        </SimpleGrid>
        <Group>
          <CopyText
            size="xs"
            text={`${page}#${addressOf('when')}&${jobQuery(typed)}`}
            done="Link copied"
          >
            Copy a link to this job
          </CopyText>
        </Group>
      </Stack>
    </Panel>
  );
}

interface FieldProps<Name> extends Props {
  name: Name;
  label: string;
  disabled?: boolean;
}

type TimeName = 'patience' | 'interval' | 'window';

/** No number is longer. */
const MOST_LETTERS = 24;

function NumberField({
  name,
  label,
  typed,
  problems,
  disabled = false,
}: FieldProps<Exclude<keyof TypedJob, TimeName>>) {
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      maxLength={MOST_LETTERS}
      disabled={disabled}
      value={typed[name]}
      onChange={(event) => when.change({ [name]: event.currentTarget.value })}
      error={problems[name]}
    />
  );
}

const UNIT_NAMES: Record<Unit, string> = {
  ms: 'ms',
  s: 'seconds',
  min: 'minutes',
  h: 'hours',
  d: 'days',
};
const UNIT_CHOICES = Object.keys(UNITS).map((unit) => ({
  value: unit,
  label: UNIT_NAMES[unit as Unit], // the keys of UNITS are its units
}));

function TimeField({ name, label, typed, problems, disabled = false }: FieldProps<TimeName>) {
  const id = useId();
  const time = typed[name];
  return (
    <Input.Wrapper id={id} label={label} error={problems[name]}>
      <Group gap="xs" wrap="nowrap">
        <Input
          id={id}
          inputMode="decimal"
          maxLength={MOST_LETTERS}
          disabled={disabled}
          error={problems[name] !== undefined}
          value={time.value}
          onChange={(event) =>
            when.change({ [name]: { ...time, value: event.currentTarget.value } })
          }
          style={{ flex: 1, minWidth: 0 }}
        />
        <NativeSelect
          aria-label={`Unit: ${label}`}
          disabled={disabled}
          value={time.unit}
          data={UNIT_CHOICES}
          onChange={
            (event) => when.change({ [name]: { ...time, unit: event.currentTarget.value as Unit } }) // one of UNIT_CHOICES
          }
        />
      </Group>
    </Input.Wrapper>
  );
}
