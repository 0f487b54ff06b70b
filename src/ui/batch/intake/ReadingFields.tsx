import { Checkbox, NativeSelect, SimpleGrid } from '@mantine/core';
import { intake } from '../../../app.ts';
import type { Format, Inspection, Reading } from '../../../core/intake.ts';
import {
  CHOICES,
  DELIMITERS,
  delimiterName,
  encodingName,
  ENCODINGS,
  FORMAT_NAMES,
  HOW_FOUND,
} from './reading-text.ts';

interface Props {
  inspection: Inspection;
  /** Wins over what is on show: a choice is seen at once, its preview a moment later. */
  chosen: Partial<Reading>;
}

/** Every choice about how the file is read. Each takes effect at once. */
export function ReadingFields({ inspection, chosen }: Props) {
  const reading = { ...inspection.reading, ...chosen };
  const { format, delimiter = ',', quote = '', encoding = 'utf-8', unit, sheet } = reading;
  const asks = (field: keyof Reading) => CHOICES[format].includes(field);
  const choose = (change: Partial<Reading>) => void intake.chooseReading(change);
  const textual = TEXTUAL.includes(format);

  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md" mt="md">
      {textual && (
        <NativeSelect
          label="Format"
          value={format}
          data={TEXTUAL.map((value) => ({ value, label: FORMAT_NAMES[value] }))}
          onChange={(event) => choose({ format: event.currentTarget.value as Format })} // the options are formats
        />
      )}
      {asks('delimiter') && (
        <NativeSelect
          label="Between cells"
          value={delimiter}
          data={withCurrent(DELIMITERS, delimiter, delimiterName(delimiter))}
          onChange={(event) => choose({ delimiter: event.currentTarget.value })}
        />
      )}
      {asks('quote') && (
        <NativeSelect
          label="Around cells"
          value={quote}
          data={withCurrent(QUOTES, quote, quote)}
          onChange={(event) => choose({ quote: event.currentTarget.value })}
        />
      )}
      {asks('unit') && (
        <NativeSelect
          label="A text is"
          value={unit ?? 'line'}
          data={[
            { value: 'line', label: 'Each line' },
            { value: 'paragraph', label: 'Each paragraph' },
          ]}
          onChange={(event) =>
            choose({ unit: event.currentTarget.value === 'line' ? 'line' : 'paragraph' })
          }
        />
      )}
      {asks('sheet') && (
        <NativeSelect
          label="Sheet"
          value={sheet ?? ''}
          data={[...(inspection.sheets ?? [])]}
          onChange={(event) => choose({ sheet: event.currentTarget.value })}
        />
      )}
      {asks('encoding') && (
        <NativeSelect
          label="Encoding"
          description={inspection.encodingFrom && HOW_FOUND[inspection.encodingFrom]}
          inputWrapperOrder={['label', 'input', 'description']}
          value={encoding}
          data={withCurrent(ENCODINGS, encoding, encodingName(encoding))}
          onChange={(event) => choose({ encoding: event.currentTarget.value })}
        />
      )}
      {asks('header') && (
        <Checkbox
          label="The first row holds names"
          checked={reading.header ?? false}
          onChange={(event) => choose({ header: event.currentTarget.checked })}
          style={{ alignSelf: 'center' }}
        />
      )}
    </SimpleGrid>
  );
}

/** A workbook or Parquet file is nothing else; text may be read in several ways. */
const TEXTUAL: readonly Format[] = ['csv', 'jsonl', 'json', 'text'];

const QUOTES: readonly [string, string][] = [
  ['"', 'Double quotes "'],
  ["'", "Single quotes '"],
  ['', 'Nothing: quotes are text'],
];

/** The options, with the value in use among them even where it is none of ours. */
function withCurrent(options: readonly [string, string][], value: string, name: string) {
  const all = options.some(([id]) => id === value) ? options : [...options, [value, name] as const];
  return all.map(([id, label]) => ({ value: id, label }));
}
