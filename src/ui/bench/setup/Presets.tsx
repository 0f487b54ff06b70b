import { Button, Group } from '@mantine/core';
import { bench } from '../../../app.ts';
import type { BenchSettings } from '../../../core/bench/settings.ts';
import { isChosen, presets } from './presets.ts';

/** Ready-made choices; each button shows whether it is the one that stands. */
export function Presets({ settings }: { settings: BenchSettings }) {
  return (
    <Group gap="xs" role="group" aria-label="Ready-made choices">
      {presets(navigator.hardwareConcurrency).map((preset) => {
        const chosen = isChosen(preset, settings);
        return (
          <Button
            key={preset.name}
            size="xs"
            variant={chosen ? 'light' : 'default'}
            aria-pressed={chosen}
            onClick={() => bench.change(preset.settings)}
          >
            {preset.name}: {preset.about}
          </Button>
        );
      })}
    </Group>
  );
}
