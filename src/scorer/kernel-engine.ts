import { AppError, toFailure } from '../core/failure.ts';
import type { Loaded, LoadOrder } from '../core/protocol.ts';
import { createEncoder, LONGEST } from '../kernel/encoder.ts';
import type { Encoder } from './library-engine.ts';
import { openReader } from './text-reader.ts';

/**
 * Loads a bundled model into our own kernel. Neither the general runtime nor the library is needed, or loaded.
 *
 * @throws AppError model-unreadable
 */
export async function loadKernel(
  order: LoadOrder,
): Promise<{ encoder: Encoder; build: NonNullable<Loaded['build']> }> {
  const { id } = order.model;
  const weights = Object.entries(order.files).find(([name]) => name.endsWith('.onnx'))?.[1];
  if (!weights) throw new AppError({ code: 'model-unreadable', detail: 'no weights', subject: id });
  const [reader, kernel] = await Promise.all([
    openReader(order.files),
    weights.arrayBuffer().then((file) => createEncoder(new Uint8Array(file))),
  ]).catch((error: unknown) => {
    throw new AppError({ ...toFailure(error, 'model-unreadable'), subject: id });
  });
  const encoder: Encoder = {
    ...reader,
    maxTokens: LONGEST,
    masksPadding: true,
    pads: false,
    forward: async (sequences, wanted) => ({ ...kernel.forward(sequences, wanted), tapped: {} }),
  };
  return { encoder, build: kernel.build };
}
