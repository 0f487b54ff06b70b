import { describe, expect, it } from 'vitest';
import { AppError, type FailureCode } from '../core/failure.ts';
import { planDevices, tryEach, type Attempt } from './plan-devices.ts';

const GPU = { name: 'nvidia ampere', software: false };
const SOFTWARE = { name: 'google swiftshader', software: true };
const BOTH = ['webgpu', 'wasm'] as const;

const brief = (attempts: Attempt[]) =>
  attempts.map(({ device, fallback }) => [device, fallback?.why]);

describe('planDevices', () => {
  it('takes a real GPU first, with WASM behind it', () => {
    const plan = [['webgpu', undefined], ['wasm', 'gpu-failed']]; // prettier-ignore
    expect(brief(planDevices('auto', BOTH, { gpu: GPU }, 'library'))).toEqual(plan);
    expect(brief(planDevices('webgpu', BOTH, { gpu: GPU }, 'library'))).toEqual(plan);
  });

  it('takes a software GPU only when asked to', () => {
    expect(brief(planDevices('auto', BOTH, { gpu: SOFTWARE }, 'library'))).toEqual([
      ['wasm', 'software-adapter'],
    ]);
    expect(brief(planDevices('webgpu', BOTH, { gpu: SOFTWARE }, 'library'))[0]).toEqual([
      'webgpu',
      undefined,
    ]);
  });

  it.each(['no-webgpu', 'no-adapter'] as const)('says why there is no GPU: %s', (gpu) => {
    expect(brief(planDevices('webgpu', BOTH, { gpu }, 'library'))).toEqual([['wasm', gpu]]);
  });

  it('explains nothing to someone who chose WASM', () => {
    expect(brief(planDevices('wasm', BOTH, { gpu: GPU }, 'library'))).toEqual([
      ['wasm', undefined],
    ]);
  });

  it('keeps hub models on WASM, and says so to someone who chose WebGPU', () => {
    expect(brief(planDevices('auto', ['wasm'], { gpu: GPU }, 'library'))).toEqual([
      ['wasm', undefined],
    ]);
    expect(brief(planDevices('webgpu', ['wasm'], { gpu: GPU }, 'library'))).toEqual([
      ['wasm', 'no-probes'],
    ]);
  });
});

describe('tryEach', () => {
  const plan = planDevices('auto', BOTH, { gpu: GPU }, 'library');
  const failWith = (code: FailureCode) => async (attempt: Attempt) => {
    if (attempt.device === 'webgpu') throw new AppError({ code, detail: 'why' });
    return attempt;
  };

  it.each([
    ['gpu-wrong', 'gpu-wrong'],
    ['gpu-lost', 'gpu-lost'],
    ['model-unreadable', 'gpu-failed'],
    ['out-of-memory', 'gpu-failed'],
  ] as const)('goes on after %s, and says %s', async (code, why) => {
    const attempt = await tryEach(plan, failWith(code));
    expect(attempt).toMatchObject({ device: 'wasm', fallback: { why, detail: 'why' } });
  });

  it.each([
    ['wrong-output', 'kernel-wrong'],
    ['model-unreadable', 'kernel-failed'],
  ] as const)('goes on to the library after %s of our kernel, and says %s', async (code, why) => {
    const kernel = planDevices('wasm', BOTH, { gpu: GPU }, 'kernel');
    expect(kernel.map(({ engine }) => engine)).toEqual(['kernel', 'library']);
    const attempt = await tryEach(kernel, async (each) => {
      if (each.engine === 'kernel') throw new AppError({ code, detail: 'why' });
      return each;
    });
    const kernelFault = { why, detail: 'why' };
    expect(attempt).toEqual({
      device: 'wasm',
      engine: 'library',
      fallback: undefined,
      kernelFault,
    });
  });

  it.each(['cancelled', 'offline', 'file-altered'] as const)(
    'gives up at once when it is not about the device: %s',
    async (code) => {
      await expect(tryEach(plan, failWith(code))).rejects.toMatchObject({ failure: { code } });
    },
  );
});
