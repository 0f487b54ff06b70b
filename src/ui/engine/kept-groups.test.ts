import { expect, it } from 'vitest';
import { groupKept } from './kept-groups.ts';

it('sums up what is kept by model, with the runtime apart, largest first', () => {
  const file = (url: string, bytes: number) => ({ url: `https://page.example${url}`, bytes });
  expect(
    groupKept([
      file('/app/models/sentiscope-base/config.json', 1),
      file('/app/models/sentiscope-base/onnx/model_quantized.onnx', 20),
      file('/hub/classroom/small/resolve/main/onnx/model_quantized.onnx', 50),
      file('/app/assets/ort-wasm-simd-threaded-4byD.wasm', 14),
    ]),
  ).toEqual([
    { name: 'classroom/small', files: 1, bytes: 50 },
    { name: 'sentiscope-base', files: 2, bytes: 21 },
    { name: 'Runtime', files: 1, bytes: 14 },
  ]);
});
