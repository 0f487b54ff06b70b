import { isList, typeOf } from '../../../core/learn/calls/describe-answer.ts';
import type { Prediction } from '../../../core/predict.ts';
import { MOST_CALL_TEXTS, type CallEntry, type Outcome } from '../../../state/learn/calls-state.ts';
import { failureText } from '../../parts/failure-text.ts';
import { count, percent } from '../../parts/format.ts';

/** Labels that are read out one by one. */
const MOST_SPOKEN = 3;

/** What became of a call, in a sentence for readers that speak. */
export const spokenText = ({ number, outcome }: CallEntry): string =>
  `Call ${number}: ${outcomeText(outcome)}`;

function outcomeText(outcome: Outcome): string {
  switch (outcome.phase) {
    case 'waiting':
      return 'waiting for its answer.';
    case 'answered':
      return `${typeOf(outcome.answer)}. ${labelsText(outcome.answer)}`;
    case 'unread':
      return `not run. ${unreadText(outcome)}`;
    case 'thrown':
      return `${outcome.name}. ${outcome.message}`;
    case 'too-many':
      return `not run. ${tooManyText(outcome.texts)}`;
    case 'failed':
      return `failed. ${failureText(outcome.failure)}`;
  }
}

function labelsText(answer: Prediction | readonly Prediction[]): string {
  const list = isList(answer) ? answer : [answer];
  if (list.length === 0) return 'A list of nothing for a list of nothing.';
  if (list.length > MOST_SPOKEN) return `${count(list.length)} predictions, in the order given.`;
  return `${list.map(({ label, confidence }) => `${label}, ${percent(confidence)}`).join('; ')}.`;
}

/** The sentence of a refusal, and where. */
export const unreadText = ({ message, at }: { message: string; at: number }): string =>
  `${message} That is at character ${count(at + 1)}.`;

export const tooManyText = (texts: number): string =>
  `${count(texts)} texts are more than this console takes: ${count(MOST_CALL_TEXTS)} a call, since each answer is shown. Type fewer, or use Score a file, which takes any number.`;

/** A call as it works in the developer tools of this page. */
export const asCode = (source: string): string =>
  `await sentiscope.${source
    .trim()
    .replace(/^await\s+/, '')
    .replace(/^(window\s*\.\s*)?sentiscope\s*\.\s*/, '')
    .replace(/\s*;$/, '')};`;

/** Characters of a long call that are shown around what is wrong with it. */
const AROUND = 40;

/** A call cut at what is wrong with it: before, there, and after. */
export function excerpt(
  source: string,
  at: number,
): [before: string, there: string, after: string] {
  const there = String.fromCodePoint(source.codePointAt(at) ?? 32);
  const end = at + there.length;
  const before = source.slice(Math.max(0, at - AROUND), at);
  const after = source.slice(end, end + AROUND);
  return [
    (at > AROUND ? '…' : '') + before,
    there,
    after + (end + AROUND < source.length ? '…' : ''),
  ];
}
