import { Stack, Text } from '@mantine/core';
import { labelsOf, type Row, type Run } from '../../../core/runs.ts';
import type { Opened } from '../../../state/results-state.ts';
import { Disclosure } from '../../parts/Disclosure.tsx';
import { count } from '../../parts/format.ts';
import { Probabilities } from '../../parts/Probabilities.tsx';
import { Correction } from './Correction.tsx';
import { FLAG_TEXT } from './filter-text.ts';
import { LabelMark } from './LabelMark.tsx';
import { day } from './rate-text.ts';
import styles from './details.module.css';
import { RowText } from './RowText.tsx';
import { AllProbabilities } from './AllProbabilities.tsx';

interface Props {
  run: Run;
  opened: Opened;
  row: Row;
}

export function RowDetails({ run, opened, row }: Props) {
  const labels = labelsOf(run.model);
  const { probabilities, label, tokens, windows, flags, given } = row;
  return (
    <>
      <RowText run={run} opened={opened} text={row.text} />
      {probabilities && label && (
        <Stack gap="xs">
          <Probabilities
            values={Object.fromEntries(labels.map((name, i) => [name, probabilities[i]!]))}
            top={label}
          />
          <AllProbabilities labels={labels} probabilities={probabilities} />
          <Text size="sm" c="dimmed">
            {run.model.title}
            {tokens !== undefined && `, ${count(tokens)} tokens`}
            {windows !== undefined &&
              windows > 1 &&
              `, scored in ${count(windows)} windows and averaged`}
          </Text>
        </Stack>
      )}
      {!label && !flags.includes('empty') && (
        <Text size="sm" c="dimmed">
          Not scored yet.
        </Text>
      )}
      {flags.length > 0 && (
        <ul className={styles.flags} aria-label="Flags">
          {flags.map((flag) => (
            <li key={flag}>
              <b>{FLAG_TEXT[flag].word}.</b> {FLAG_TEXT[flag].sentence}
            </li>
          ))}
        </ul>
      )}
      {given && (
        <Text size="sm">
          The file says: <LabelMark label={given} />
          {label && (given === label ? ', as the model does.' : ', unlike the model.')}
        </Text>
      )}
      <Correction labels={labels} row={row} busy={opened.correcting} />
      <Disclosure label={`All ${count(run.columns.length)} columns of the file`}>
        <dl className={styles.columns}>
          {run.columns.map((name, i) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{cellText(row, i, run)}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </>
  );
}

/** As the file has it; a date that was understood is said in words, too. */
function cellText({ cells, date }: Row, i: number, { mapping }: Run): string {
  const value = cells[i];
  if (value === null || value === undefined || value === '') return '–';
  const text = String(value);
  return i === mapping.date && date !== undefined ? `${text} (${day(date)})` : text;
}
