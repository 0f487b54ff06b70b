import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import type { Head } from '../core/head.ts';
import { MOST_LABELS } from '../core/learn/train/examples.ts';
import { BUNDLED, type BundledModel } from './catalogue.ts';

/** Length of an embedding of the bundled models; their config.json. */
export const DIMENSIONS = 384;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const isFinite = (list: unknown): list is number[] =>
  Array.isArray(list) && list.every(Number.isFinite);
/** One check for a whole row: a page that opens must not look at 19,200 numbers one by one. */
const Bias = v.custom<number[]>(isFinite, 'numbers expected');
const Row = v.custom<number[]>(
  (row) => isFinite(row) && row.length === DIMENSIONS,
  `rows of ${DIMENSIONS} numbers expected`,
);

/** A head that a user has trained, as it is kept, exported and imported: enough to load it again without asking anyone. */
export const OwnModel = v.pipe(
  v.object({
    source: v.literal('own'),
    format: v.literal('sentiscope-own-model'),
    version: v.literal(1),
    /** ownId of the rest. */
    id: v.string(),
    title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
    /** The bundled model whose embeddings it reads, and the SHA-256 of the weights that made them. */
    encoder: v.object({ id: v.picklist(BUNDLED.map(({ id }) => id)), sha256: v.string() }),
    labels: v.pipe(
      v.array(v.pipe(v.string(), v.minLength(1))),
      v.minLength(2),
      v.maxLength(MOST_LABELS),
      v.check((labels) => new Set(labels).size === labels.length, 'two labels are the same'),
    ),
    /** [labels][DIMENSIONS] */
    weights: v.array(Row),
    /** [labels] */
    bias: Bias,
    trained: v.object({
      /** ms since 1970 */
      at: v.number(),
      /** Name of the file. */
      from: v.string(),
      texts: Count,
      /** On the held-out part. */
      right: Count,
      of: v.pipe(Count, v.minValue(1)),
      seed: v.number(),
      l2: v.number(),
      balanced: v.boolean(),
      steps: Count,
    }),
  }),
  v.check(
    ({ labels, weights, bias }) =>
      weights.length === labels.length && bias.length === labels.length,
    'weights and labels do not fit together',
  ),
);

export type OwnModel = v.InferOutput<typeof OwnModel>;

export function encoderOf({ encoder }: OwnModel): BundledModel {
  return BUNDLED.find(({ id }) => id === encoder.id)!; // the schema's picklist
}

/** @returns such as "3 labels: late, on time, lost. On Sentiscope small, trained on 600 texts of a.csv." */
export function ownSummary(model: OwnModel): string {
  const { labels, trained } = model;
  const first = labels.slice(0, 4).map((label) => label.slice(0, 30));
  const names = first.join(', ') + (labels.length > 4 ? ' …' : '');
  return `${labels.length} labels: ${names}. On ${encoderOf(model).title}, trained on ${trained.texts.toLocaleString('en')} texts of ${trained.from}.`;
}

/** SHA-256 of the file whose embeddings heads are trained on: int8, on WASM. */
export const encoderHash = ({ files }: BundledModel): string =>
  files.q8.find(({ name }) => name.endsWith('.onnx'))!.sha256; // every bundled model has one

/** Names a head by its content: what it was given as a name plays no part. "own-" and 16 hex digits. */
export function ownId({
  encoder,
  labels,
  weights,
  bias,
}: Pick<OwnModel, 'encoder' | 'labels' | 'weights' | 'bias'>): string {
  const content = JSON.stringify([encoder.sha256, labels, weights, bias]);
  return `own-${bytesToHex(sha256(new TextEncoder().encode(content))).slice(0, 16)}`;
}

export function headOf({ labels, weights, bias }: OwnModel): Head {
  return { labels, weights: Float32Array.from(weights.flat()), bias: Float32Array.from(bias) };
}

/** Reverses headOf. Nine digits name a 32-bit number, and need half the room of the seventeen that JSON would write. */
export function headRows({ labels, weights, bias }: Head) {
  const short = (x: number) => Number(x.toPrecision(9));
  const row = (_: string, k: number) =>
    Array.from(weights.subarray(k * DIMENSIONS, (k + 1) * DIMENSIONS), short);
  return { labels: [...labels], weights: labels.map(row), bias: Array.from(bias, short) };
}
