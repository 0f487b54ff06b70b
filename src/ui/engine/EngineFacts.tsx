import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { encoderOf } from '../../models/own-model.ts';
import type { RuntimeName } from '../../core/runtime.ts';
import type { Running } from '../../state/engine-state.ts';
import { failureText } from '../parts/failure-text.ts';
import { count, ms } from '../parts/format.ts';
import styles from './engine.module.css';

const RUNTIME: Record<RuntimeName, string> = {
  plain: 'ONNX Runtime Web, plain build',
  jspi: 'ONNX Runtime Web, JSPI build',
  asyncify: 'ONNX Runtime Web, Asyncify build',
};

const BUILD = {
  relaxed: 'Our own kernel, relaxed SIMD',
  baseline: 'Our own kernel, baseline SIMD',
} as const;

const DTYPE = { q8: 'q8, 8-bit whole numbers', q4: 'q4, 4-bit weights' } as const;

/** Everything there is to know about the running model. */
export function EngineFacts({ running }: { running: Running }) {
  const { model, device, adapter, fallback, probeDifference, restarts, lastCrash } = running;
  return (
    <dl className={styles.facts}>
      <Fact name="Device">{device === 'webgpu' ? 'WebGPU' : 'WASM'}</Fact>
      {adapter && <Fact name="GPU">{adapter.name}</Fact>}
      {fallback?.detail && <Fact name="Not WebGPU">{fallback.detail}</Fact>}
      {probeDifference !== undefined && (
        <Fact name={device === 'webgpu' ? 'GPU test' : 'Kernel test'}>
          Passed; largest difference {probeDifference.toFixed(3)}
        </Fact>
      )}
      {device === 'webgpu' && (
        <Fact name="Batch">
          Up to {count(running.batchTokens)} tokens at once, as measured here
        </Fact>
      )}
      <Fact name="Numbers">{DTYPE[running.dtype]}</Fact>
      {running.kernelFault && <Fact name="Not our kernel">{running.kernelFault.detail}</Fact>}
      {running.build && <Fact name="Runs on">{BUILD[running.build]}</Fact>}
      {running.runtime && <Fact name="Runtime">{RUNTIME[running.runtime]}</Fact>}
      <Fact name="Start">{ms(running.loadMs)}, download excluded</Fact>
      {restarts > 0 && (
        <Fact name="Restarts">
          {restarts}
          {lastCrash && `; the last one: ${failureText(lastCrash)}`}
        </Fact>
      )}
      {model.source === 'own' && (
        <>
          <Fact name="Encoder">{encoderOf(model).title}, unchanged</Fact>
          <Fact name="Labels">{model.labels.join(', ')}</Fact>
          <Fact name="Trained">
            {new Date(model.trained.at).toLocaleDateString('en')}, best of its steps:{' '}
            {model.trained.steps}; L2 {model.trained.l2}, seed {model.trained.seed}
          </Fact>
        </>
      )}
      {model.source === 'bundled' && (
        <>
          <Fact name="Languages">{model.languages.join(', ')}</Fact>
          <Fact name="Licence">{model.licence}</Fact>
          <Fact name="More">
            <Anchor
              inherit
              href={`${import.meta.env.BASE_URL}models/${model.id}/README.md`}
              target="_blank"
            >
              Model card
            </Anchor>
          </Fact>
        </>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
