import type { ComponentType } from 'react';
import type { Look } from '../../../core/protocol.ts';
import { Features } from './Features.tsx';
import { Ids } from './Ids.tsx';
import { Inference } from './Inference.tsx';
import { InputText } from './InputText.tsx';
import { OutputLabel } from './OutputLabel.tsx';
import { Preprocessing } from './Preprocessing.tsx';
import type { StageProps } from './stage-props.ts';

export interface Stage {
  id: string;
  title: string;
  /** What happens here. */
  says: string;
  /** Of what it hands on. */
  shape: (look: Look) => readonly (number | string)[];
  Content: ComponentType<StageProps>;
}

export const STAGES: readonly Stage[] = [
  {
    id: 'text',
    title: 'Input text',
    says: 'Letters as they were typed. To the computer a text is a row of numbers for letters; it knows no words yet.',
    shape: ({ texts }) => [texts.length, 'texts'],
    Content: InputText,
  },
  {
    id: 'preprocessing',
    title: 'Preprocessing',
    says: 'Normalisation makes letters small and takes their accents away. Then the text is cut at blanks and punctuation, and each word is looked up in a vocabulary of 30,522 word pieces: the longest beginning that is known comes first; ## marks a piece that goes on with a word.',
    shape: ({ texts, columns }) => [texts.length, `up to ${columns} pieces`],
    Content: Preprocessing,
  },
  {
    id: 'ids',
    title: 'Token ids and attention mask',
    says: 'Each piece becomes its number in the vocabulary. [CLS] stands before, [SEP] after. A tensor is a rectangle, so shorter texts are filled up with [PAD], and the mask tells with 0 which places the model must not look at.',
    shape: ({ texts, columns }) => [texts.length, columns],
    Content: Ids,
  },
  {
    id: 'features',
    title: 'Features',
    says: 'Each number is replaced by a vector of 384 learnt numbers. Layer by layer, every token takes in what it needs from the others of its text. Before the first layer a word has the same vector in every text, but for its place; after the last one it depends on the whole text.',
    shape: ({ texts, columns, dimensions }) => [texts.length, columns, dimensions],
    Content: Features,
  },
  {
    id: 'inference',
    title: 'Inference',
    says: 'The vector of [CLS] goes through the classifier, which gives one number for each label: the logits. Softmax turns them into probabilities: take e to the power of each, and divide by their sum. The highest is taken away from all first, which changes no result and keeps the powers small.',
    shape: ({ texts }) => [texts.length, 3],
    Content: Inference,
  },
  {
    id: 'label',
    title: 'Output label',
    says: 'The label with the highest probability is the answer, and the probability is how sure the model says it is.',
    shape: ({ texts }) => [texts.length, 'labels'],
    Content: OutputLabel,
  },
];
