import { Button, Text } from '@mantine/core';
import { engine, scoring } from '../../../app.ts';
import type { Run } from '../../../core/runs.ts';
import { engineOfKey, findBundled, titleOf } from '../../../models/chosen.ts';
import { Notice } from '../../parts/Notice.tsx';
import { useApp } from '../../use-app.ts';
import { deviceText } from './device-text.ts';

/** Results of two models are never mixed in one run: the one it began with must answer again. */
export function OtherModel({ run }: { run: Run }) {
  const running = useApp((app) => app.engine.running);
  const { id, key, title, device } = run.model;
  const bundled = findBundled(id).id === id;
  const own = useApp((app) => app.ownModels.list.find((model) => model.id === id));
  const choice = own ?? (bundled ? ({ source: 'bundled', id } as const) : undefined);

  async function goOn() {
    if (choice) await engine.choose(choice, device, own ? undefined : engineOfKey(key));
    await scoring.goOn();
  }

  const what = choice
    ? 'Or drop the file again to score it with the present one.'
    : run.model.labels
      ? `${title} was trained here and is no longer kept on this device. Import it again from its file in Learn to go on, or stop and keep what is scored: that can be read and exported all the same.`
      : 'Choose it again in the Engine card, then go on.';

  return (
    <Notice color="yellow" mb="sm" title="Another model answers now">
      <Text size="sm" mb={choice ? 'sm' : 0} style={{ overflowWrap: 'anywhere' }}>
        This run began with {title} on {deviceText(device)};{' '}
        {running ? `${titleOf(running.model)} on ${deviceText(running.device)}` : 'another one'}{' '}
        would give other results, so the two are not mixed. {what}
      </Text>
      {choice ? (
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
