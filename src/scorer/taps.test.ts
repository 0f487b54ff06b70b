import { expect, it } from 'vitest';
import { withTaps } from './taps.ts';

it('adds graph outputs to the model alone, behind its bytes', async () => {
  const files = { 'onnx/model.onnx': new Blob(['model']), 'config.json': new Blob(['{}']) };
  const tapped = withTaps(files, ['t8']);
  expect(tapped['config.json']).toBe(files['config.json']);
  const bytes = new Uint8Array(await tapped['onnx/model.onnx']!.arrayBuffer());
  // field 7 (graph), 6 bytes: field 12 (output), 4 bytes: field 1 (name), 2 bytes: "t8"
  expect([...bytes.slice(5)]).toEqual([0x3a, 6, 0x62, 4, 0x0a, 2, 0x74, 0x38]);
});
