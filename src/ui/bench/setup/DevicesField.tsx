import { useEffect, useState } from 'react';
import { bench, gpuOf } from '../../../app.ts';
import type { Capabilities } from '../../../core/capabilities.ts';
import type { BenchSettings } from '../../../core/bench/settings.ts';
import { CheckList } from './CheckList.tsx';

type Device = BenchSettings['devices'][number];

const DEVICES: readonly { value: Device; label: string }[] = [
  { value: 'kernel', label: 'WASM, our own kernel (the processor)' },
  { value: 'wasm', label: 'WASM, the library’s runtime (the processor)' },
  { value: 'webgpu', label: 'WebGPU (the graphics card)' },
];

function gpuText(gpu: Capabilities['gpu'] | undefined): string {
  if (gpu === undefined) return 'Looking for a graphics card.';
  if (gpu === 'no-webgpu') return 'WebGPU can’t be measured: this browser has none.';
  if (gpu === 'no-adapter') return 'WebGPU can’t be measured: the browser offers no adapter here.';
  return gpu.software
    ? `WebGPU is imitated in software here (${gpu.name}): right about labels, no word about a real GPU’s speed.`
    : `Graphics: ${gpu.name}.`;
}

/** Where the models run; WebGPU only where there is one. */
export function DevicesField({ chosen }: { chosen: readonly Device[] }) {
  const [gpu, setGpu] = useState<Capabilities['gpu']>();
  useEffect(() => {
    let gone = false;
    void gpuOf().then((found) => !gone && setGpu(found));
    return () => void (gone = true);
  }, []);
  const absent = typeof gpu === 'string';
  return (
    <CheckList
      label="Devices"
      description={gpuText(gpu)}
      items={DEVICES.map((item) => ({
        ...item,
        // One that came with a link can still be taken out.
        disabled: absent && item.value === 'webgpu' && !chosen.includes('webgpu'),
      }))}
      chosen={chosen}
      onChange={(devices) => bench.change({ devices })}
    />
  );
}
