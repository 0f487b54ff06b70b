import { Group, Slider, Text } from '@mantine/core';
import { cascade } from '../../../../app.ts';
import { GATES } from '../../../../models/cascade.ts';
import { useApp } from '../../../use-app.ts';
import { ExpectedTable } from './ExpectedTable.tsx';
import { GateCurves } from './GateCurves.tsx';
import { costText, gateText } from './cascade-text.ts';
import styles from './cascade.module.css';

const LEAST = GATES[0]!;
const MOST = GATES.at(-1)!;

/** How unsure is unsure, and what follows from it. */
export function GateChoice({ disabled }: { disabled: boolean }) {
  const { under, cost } = useApp((app) => app.cascade);
  return (
    <div>
      <Text size="sm" fw={500}>
        Base reads texts under a top probability of {gateText(under)}
      </Text>
      <div className={styles.slider}>
        <Slider
          thumbLabel="Top probability under which base reads a text"
          min={LEAST}
          max={MOST}
          step={0.02}
          value={under}
          onChange={cascade.setGate}
          label={null}
          thumbValueText={gateText(under)}
          disabled={disabled}
        />
        <Group justify="space-between" mt={6} aria-hidden>
          <Text size="xs" c="dimmed">
            Faster
          </Text>
          <Text size="xs" c="dimmed">
            Closer to base
          </Text>
        </Group>
      </div>
      <ExpectedTable under={under} cost={cost} />
      <Text size="xs" c="dimmed" mt={6}>
        {costText(cost)} After the run, what it really came to is measured and shown.
      </Text>
      <GateCurves under={under} />
    </div>
  );
}
