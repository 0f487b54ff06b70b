import type { Dtype, FileSpec, Taps } from '../core/protocol.ts';
import type { Label } from '../core/sentiment.ts';

/** A file of a bundled model, as it is served under models/<id>/. */
export type ModelFile = Pick<FileSpec, 'name' | 'bytes'> & { sha256: string };

export interface Accuracy {
  /** Three-class accuracy in percent and its 95 % Wilson interval; from the model's metrics.json, int8 file. */
  percent: number;
  interval: readonly [number, number];
  texts: number;
}

export interface BundledModel {
  source: 'bundled';
  id: string;
  title: string;
  summary: string;
  languages: readonly string[];
  /** What each logit stands for, in order. */
  classes: readonly Label[];
  licence: string;
  /** Under this top probability an answer is called uncertain; from calibration.json. */
  uncertainBelow: number;
  accuracy: { everyday: Accuracy; hard: Accuracy };
  /** Inner tensors of the int8 file, by the names that stand in it. */
  taps: Taps;
  /** What each dtype needs, largest last. */
  files: Record<Dtype, readonly ModelFile[]>;
}

/** A model of the user's choosing from a hub. Sizes and labels are looked up there, when the user asks. */
export interface HubModel {
  source: 'hub';
  id: string;
  title: string;
  summary: string;
  languages: readonly string[];
}

const TOKENIZER: ModelFile = {
  name: 'tokenizer.json',
  bytes: 466_081,
  sha256: '5fd1c882abbd30517dced455a2c9768945ec726b96727927e4959348d9de550b',
};

const TOKENIZER_CONFIG: ModelFile = {
  name: 'tokenizer_config.json',
  bytes: 263,
  sha256: 'ce798fa78771337e415f2c525ac9c529dee45b63702a8f9fa10570e56ea354c2',
};

const CLASSES: readonly Label[] = ['negative', 'neutral', 'positive'];

function files(own: {
  config: string;
  probes: [number, string];
  q8: [number, string];
  q4: [number, string];
}) {
  const shared = [
    TOKENIZER_CONFIG,
    { name: 'config.json', bytes: 522, sha256: own.config },
    TOKENIZER,
  ];
  const [probesBytes, probes] = own.probes;
  const probeSet = { name: 'probes.json', bytes: probesBytes, sha256: probes }; // what an engine must reproduce to be trusted
  const [q8Bytes, q8] = own.q8;
  const [q4Bytes, q4] = own.q4;
  return {
    q8: [...shared, probeSet, { name: 'onnx/model_quantized.onnx', bytes: q8Bytes, sha256: q8 }],
    q4: [...shared, probeSet, { name: 'onnx/model_q4.onnx', bytes: q4Bytes, sha256: q4 }],
  };
}

export const BASE: BundledModel = {
  source: 'bundled',
  id: 'sentiscope-base',
  title: 'Sentiscope base',
  summary: 'The accurate one: 6 layers, 22.7 million parameters',
  languages: ['English'],
  classes: CLASSES,
  licence: 'Apache-2.0',
  uncertainBelow: 0.6,
  accuracy: {
    everyday: { percent: 88.5, interval: [86.37, 90.33], texts: 1000 },
    hard: { percent: 54.2, interval: [51.1, 57.27], texts: 1000 },
  },
  taps: { embedded: 't8', hidden: 't129' },
  files: files({
    config: '23fc7e18d707869fce4995343ded837e085b3bb229175de24c62393a8ac3ee0d',
    probes: [10_728, '5d6baace6bb3c54ab2db0160d034f763cc1bb835148f8d3950a7c473993f0a9d'],
    q8: [24_066_130, 'e1bf2507e7291065b7d8274b4f6b07bfad9bfc3f594bbaf8709eae0ca52578e5'],
    q4: [15_477_105, '44e3d5eee6dc7fd0242aaa3e580e62056b0bffb71f76719d2ecf2fe8ea56be34'],
  }),
};

export const SMALL: BundledModel = {
  ...BASE,
  id: 'sentiscope-small',
  title: 'Sentiscope small',
  summary: 'The fast one: 2 layers, 15.6 million parameters',
  accuracy: {
    everyday: { percent: 85.0, interval: [82.65, 87.08], texts: 1000 },
    hard: { percent: 47.5, interval: [44.42, 50.6], texts: 1000 },
  },
  taps: { embedded: 't6', hidden: 't47' },
  files: files({
    config: 'aec26863b7a47ae6cfbc9cda3ee897440844428c49af2fc8adb1c7f4ed68d13b',
    probes: [10_490, '4b1235f5f9b4733be5c627cb0937628abb8f3f5051445b192c0772b9a08c2bc6'],
    q8: [11_490_655, '92194187f31d059e93d3ae6b1bca7c70d646461bec4e7828a0d85771774c482b'],
    q4: [10_469_928, 'e129ba4e53af45f96268275cd003685fdf6b56893e534f55621231bc92b32b99'],
  }),
};

export const BUNDLED: readonly BundledModel[] = [BASE, SMALL];

/** Hub models offered by name; any other text-classification id can be typed in. */
export const HUB: readonly HubModel[] = [
  {
    source: 'hub',
    id: 'Xenova/distilbert-base-uncased-finetuned-sst-2-english',
    title: 'DistilBERT SST-2',
    summary: 'Film review sentences; positive or negative, never neutral',
    languages: ['English'],
  },
  {
    source: 'hub',
    id: 'Xenova/twitter-roberta-base-sentiment-latest',
    title: 'Twitter RoBERTa',
    summary: 'Short posts; three classes',
    languages: ['English'],
  },
  {
    source: 'hub',
    id: 'Xenova/bert-base-multilingual-uncased-sentiment',
    title: 'Multilingual stars',
    summary: 'Product reviews, 1 to 5 stars folded into three classes',
    languages: ['English', 'Dutch', 'German', 'French', 'Spanish', 'Italian'],
  },
];

export const HUB_HOST = 'https://huggingface.co/';
