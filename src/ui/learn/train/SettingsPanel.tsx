import { NativeSelect, NumberInput, Stack, Switch, Text } from '@mantine/core';
import { training } from '../../../app.ts';
import { PATIENCE } from '../../../core/learn/train/solver.ts';
import { MOST_SEED, MOST_STEPS } from '../../../core/learn/train/trainer.ts';
import { BUNDLED } from '../../../models/catalogue.ts';
import { Disclosure } from '../../parts/Disclosure.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { useApp } from '../../use-app.ts';
import styles from './train.module.css';

const PENALTIES = [
  { value: '0', label: '0: none' },
  { value: '0.001', label: '0.001: hardly any' },
  { value: '0.01', label: '0.01: a little' },
  { value: '0.1', label: '0.1: clear' },
  { value: '1', label: '1: strong' },
  { value: '10', label: '10: very strong' },
];

/** Fields side by side stand level, however long their descriptions are. */
const ORDER: ('label' | 'input' | 'description')[] = ['label', 'input', 'description'];

/** How the next training goes. */
export function SettingsPanel() {
  const { encoder, settings } = useApp((app) => app.trainSetup);
  return (
    <Panel title="2 · Settings">
      <Stack>
        <div className={styles.fields}>
          <NativeSelect
            label="Encoder"
            inputWrapperOrder={ORDER}
            description="What makes numbers of the texts. Base reads better, small is faster."
            value={encoder}
            data={BUNDLED.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={(event) => training.chooseEncoder(event.target.value)}
          />
          <NativeSelect
            label="L2 penalty"
            inputWrapperOrder={ORDER}
            description="Keeps the weights small: more of it learns less by heart, too much learns nothing."
            value={String(settings.l2)}
            data={PENALTIES}
            onChange={(event) => training.change({ l2: Number(event.target.value) })}
          />
          <NumberInput
            label="Seed of the split"
            inputWrapperOrder={ORDER}
            description="The same seed splits the same texts in the same way, on every machine."
            value={settings.seed}
            min={0}
            max={MOST_SEED}
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="strict"
            onChange={(seed) => typeof seed === 'number' && training.change({ seed })}
          />
        </div>
        <Switch
          label="Every label weighs the same"
          description="Else a rare label counts for little, and may never be found."
          checked={settings.balanced}
          onChange={(event) => training.change({ balanced: event.currentTarget.checked })}
        />
        <Disclosure label="The split, and when training stops">
          <Stack gap="xs" maw="46rem">
            <Text size="sm">
              Of each label’s texts, 70% are learnt from (training), 15% decide when to stop
              (validation) and 15% are kept for the end (test). Each text is in exactly one part,
              and no text stands in the file twice, so nothing that is tested on was learnt.
            </Text>
            <Text size="sm">
              Each step goes through all training texts. The loss of the training texts falls with
              every step; that of the validation texts falls at first and rises once the model
              begins to learn single texts by heart. Training stops when the validation loss has not
              fallen for {PATIENCE} steps, when nothing changes any more, or after {MOST_STEPS}{' '}
              steps, and the step with the lowest validation loss is taken (early stopping).
            </Text>
          </Stack>
        </Disclosure>
      </Stack>
    </Panel>
  );
}
