import type { sumUp } from '../../../state/learn/quiz/sheet.ts';

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** Such as "1", "0.5", "0.67". */
export const plain = (value: number): string => number.format(value);

/** Such as "7.5 of 10 points". */
export const pointsText = ({ points, of }: ReturnType<typeof sumUp>): string =>
  `${plain(points)} of ${of} ${of === 1 ? 'point' : 'points'}`;

/** How an answer did, in a word or two. @param points 0 to 1 */
export function verdictText(points: number, known: boolean): string {
  if (!known) return 'Here is the answer. 0 points.';
  if (points === 1) return 'Right. 1 point.';
  return points > 0 ? `Partly right. ${plain(points)} points.` : 'Not right. 0 points.';
}
