import { expect, it } from 'vitest';
import { BUNDLED } from '../../../models/catalogue.ts';
import { filesOfCard } from './model-files.ts';

it.each(BUNDLED)('names each file of $id once, with all formats that need it', (model) => {
  const files = filesOfCard(model);
  const names = files.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const dtype of ['q8', 'q4'] as const)
    expect(
      files
        .filter(({ dtypes }) => dtypes.includes(dtype))
        .map(({ sha256 }) => sha256)
        .sort(),
    ).toEqual(model.files[dtype].map(({ sha256 }) => sha256).sort());
  expect(names.slice(0, 2)).toEqual(['onnx/model_quantized.onnx', 'onnx/model_q4.onnx']);
});
