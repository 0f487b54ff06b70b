import { Button, Text } from '@mantine/core';
import { engine, scoring } from '../../../app.ts';
import type { Run } from '../../../core/runs.ts';
import { findBundled, titleOf } from '../../../models/chosen.ts';
import { Notice } from '../../parts/Notice.tsx';
import { useApp } from '../../use-app.ts';
import { deviceText } from './device-text.ts';

/** Results of two models are never mixed in one run: the one it began with must answer again. */
export function OtherModel({ run }: { run: Run }) {
  const running = useApp((app) => app.engine.running);
  const { id, title, device } = run.model;
  const bundled = findBundled(id).id === id;

  async function goOn() {
    await engine.choose({ source: 'bundled', id }, device);
    await scoring.goOn();
  }

  return (
    <Notice color="yellow" mb="sm" title="Another model answers now">
      <Text size="sm" mb={bundled ? 'sm' : 0}>
        This run began with {title} on {deviceText(device)};{' '}
        {running ? `${titleOf(running.model)} on ${deviceText(running.device)}` : 'another one'}{' '}
        would give other results, so the two are not mixed.{' '}
        {bundled
          ? 'Or drop the file again to score it with the present one.'
          : 'Choose it again in the Engine card, then go on.'}
      </Text>
      {bundled ? (
        <Button size="xs" onClick={goOn}>
          Go on with {title} on {deviceText(device)}
        </Button>
      ) : (
        <Button size="xs" mt="sm" onClick={scoring.goOn}>
          Go on
        </Button>
      )}
    </Notice>
  );
}
