import { LEAST_OF_A_LABEL, type Examples } from '../../../core/learn/train/examples.ts';
import { count } from '../../parts/format.ts';

const rows = (n: number) => `${count(n)} ${n === 1 ? 'row' : 'rows'}`;
const texts = (n: number) => `${count(n)} ${n === 1 ? 'text' : 'texts'}`;
/** Names in quotes, of many the first few. */
function names(labels: readonly string[], most = 5): string {
  const quoted = labels.slice(0, most).map((label) => `“${short(label)}”`);
  const more = labels.length - quoted.length;
  return quoted.join(', ') + (more > 0 ? ` and ${count(more)} more` : '');
}
const short = (label: string) => (label.length > 30 ? `${label.slice(0, 29)}…` : label);

/**
 * What was found in a file, and what was left out, in sentences.
 *
 * @param skipped rows that could not be read
 */
export function foundText({ texts: kept, labels, found }: Examples, skipped: number): string[] {
  const { blank, drawn, duplicates, contradictions, rare, cut, numeric } = found;
  const labelled = found.rows - blank;
  return [
    `${texts(kept.length)} to learn from, with ${count(labels.length)} labels; ${rows(found.rows)} in the file.`,
    drawn < labelled &&
      `${rows(labelled)} have a text and a label: ${count(drawn)} of them were drawn evenly.`,
    skipped > 0 && `Left out because they could not be read: ${rows(skipped)}.`,
    blank > 0 && `Left out without a text or a label: ${rows(blank)}.`,
    duplicates > 0 &&
      `${rows(duplicates)} repeated the text of an earlier row with the same label: each text counts once, so none can be learnt from and tested on.`,
    contradictions > 0 &&
      `${rows(contradictions)} were left out because the same text has different labels in them.`,
    rare.length > 0 &&
      `Left out with fewer than ${LEAST_OF_A_LABEL} texts: ${names(rare.map(({ label }) => label))}.`,
    cut.labels > 0 &&
      `${count(cut.labels)} less frequent labels with ${texts(cut.rows)} were left out.`,
    numeric &&
      'The labels are numbers. They are taken as names: that 4 lies between 3 and 5 is not used.',
  ].filter((sentence) => sentence !== false);
}
