import { Card, Radio, Stack, Title } from '@mantine/core';
import { useId } from 'react';
import { cascade } from '../../../../app.ts';
import { cascadeOffered } from '../../../../state/cascade-state.ts';
import { useApp } from '../../../use-app.ts';
import { GateChoice } from './GateChoice.tsx';
import { SmallModel } from './SmallModel.tsx';

/** Exact or by cascade, where the accurate model answers on our kernel. */
export function WayCard({ starting }: { starting: boolean }) {
  const id = useId();
  const offered = useApp(cascadeOffered);
  const on = useApp((app) => app.cascade.on);
  if (!offered) return null;
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby={id}>
      <Title order={2} size="h5" id={id} mb="sm">
        Exact or faster
      </Title>
      <Radio.Group
        aria-labelledby={id}
        value={on ? 'cascade' : 'exact'}
        onChange={(way) => cascade.choose(way === 'cascade')}
      >
        <Stack gap="xs">
          <Radio
            value="exact"
            disabled={starting}
            label="Exact"
            description="Sentiscope base reads every text. For figures that others will rely on."
          />
          <Radio
            value="cascade"
            disabled={starting}
            label="Cascade"
            description="Sentiscope small reads every text, and base only those that small is unsure of. Faster; some labels differ."
          />
        </Stack>
      </Radio.Group>
      {on && (
        <Stack mt="md" gap="md">
          <SmallModel />
          <GateChoice disabled={starting} />
        </Stack>
      )}
    </Card>
  );
}
