import { Chip, Group, MultiSelect } from '@mantine/core';
import { results } from '../../../app.ts';
import { UNLABELLED } from '../../../core/runs.ts';
import { startOf } from '../../../core/segments.ts';
import { labelStyle } from '../../parts/label-style.ts';
import styles from './rows.module.css';

/** More are a list to choose from. */
const MOST_CHIPS = 8;

interface Props {
  labels: readonly string[];
  chosen: readonly string[];
}

/** Which labels the table shows. */
export function LabelFilter({ labels, chosen }: Props) {
  const choose = (labels: readonly string[]) => results.refine({ labels });
  const many = labels.length > MOST_CHIPS;
  return (
    <>
      {many && (
        <MultiSelect
          className={styles.labels}
          aria-label="Labels"
          placeholder={chosen.length > 0 ? undefined : 'Any label'}
          data={labels.map((value) => ({ value, label: startOf(value, 60) }))}
          value={chosen.filter((label) => label !== UNLABELLED)}
          onChange={(some) => choose([...some, ...chosen.filter((one) => one === UNLABELLED)])}
          comboboxProps={{ withinPortal: false }} // inside the landmark it belongs to
          searchable
          clearable
        />
      )}
      <Chip.Group multiple value={[...chosen]} onChange={choose}>
        <Group gap={6} role="group" aria-label={many ? 'Without a label' : 'Labels'}>
          {!many && labels.map((label) => <LabelChip key={label} label={label} />)}
          <Chip value={UNLABELLED} size="sm" variant="outline" classNames={{ label: styles.chip! }}>
            No label
          </Chip>
        </Group>
      </Chip.Group>
    </>
  );
}

function LabelChip({ label }: { label: string }) {
  const { mark, word } = labelStyle(label);
  return (
    <Chip value={label} size="sm" variant="outline" classNames={{ label: styles.chip! }}>
      <span aria-hidden>{mark}</span> {startOf(word, 40)}
    </Chip>
  );
}
