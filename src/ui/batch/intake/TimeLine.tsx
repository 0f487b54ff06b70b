import { Loader, Text } from '@mantine/core';
import { nextGate } from '../../../state/cascade-state.ts';
import type { EstimateState } from '../../../state/intake-state.ts';
import { failureText } from '../../parts/failure-text.ts';
import { count } from '../../parts/format.ts';
import { useApp } from '../../use-app.ts';
import { byCascade } from './cascade/cascade-text.ts';
import { timeRange } from './time-text.ts';
import { isUnderWay } from '../../../state/engine-state.ts';

/** How long the scoring will take, or why that is not known. */
export function TimeLine({ estimate }: { estimate: EstimateState }) {
  const underWay = useApp(
    ({ engine }) => engine.running !== undefined || isUnderWay(engine.loading),
  );
  const gate = useApp(nextGate);
  const cost = useApp((app) => app.cascade.cost);
  switch (estimate.phase) {
    case 'none':
      return null;
    case 'waiting':
      return (
        <Text size="sm" mt="md">
          {underWay
            ? 'The time it takes is measured once the model is ready.'
            : 'The time it takes cannot be measured: no model is loaded. The bar at the foot of the window says why.'}
        </Text>
      );
    case 'measuring':
      return (
        <Text size="sm" mt="md">
          <Loader size="xs" mr="xs" component="span" style={{ verticalAlign: 'middle' }} />
          Measuring the time on texts of this file
        </Text>
      );
    case 'failed':
      return (
        <Text size="sm" mt="md">
          The time could not be measured. {failureText(estimate.failure)}
        </Text>
      );
    case 'done': {
      const exact = estimate.estimate;
      const { lowSeconds, highSeconds } = byCascade(exact, gate, cost);
      return (
        <div>
          <Text mt="md">
            <Text span fw={650}>
              About {timeRange(lowSeconds, highSeconds)}
            </Text>{' '}
            on this machine{' '}
            {gate
              ? `by cascade, ${timeRange(exact.lowSeconds, exact.highSeconds)} exactly`
              : 'with this model'}
          </Text>
          <Text size="sm" c="dimmed">
            Measured on texts of this file: {count(exact.tokensPerSecond)} tokens per second
            {gate && ' with Sentiscope base'}. Texts that this model has scored before are not
            scored again.
          </Text>
        </div>
      );
    }
  }
}
