import { shownOrder } from '../../../core/learn/quiz/draw.ts';
import type { Known } from '../../../core/learn/quiz/question.ts';
import { rightAnswer, type Given } from '../../../core/learn/quiz/score.ts';
import styles from './quiz.module.css';
import { Said } from './Said.tsx';

interface Props {
  known: Known;
  given: Given;
  seed: number;
  /** Its place in the quiz. */
  at: number;
}

/** An answered question: what was given beside what is right. */
export function Reviewed({ known, given, seed, at }: Props) {
  switch (known.kind) {
    case 'one':
    case 'several':
      return (
        <ul className={styles.choices}>
          {shownOrder(seed, at, known.choices.length).map((i) => {
            const right = known.choices[i]!.mistake === undefined;
            const mine = given.includes(i);
            return (
              <li key={i} data-right={right || undefined} data-mine={mine || undefined}>
                <span className={styles.mark} aria-hidden>
                  {right ? '✓' : mine ? '✗' : ''}
                </span>
                <span>
                  <Said text={known.choices[i]!.text} />
                  {(right || mine) && (
                    <span className={styles.tag}>
                      {mine ? (right ? 'your answer, right' : 'your answer') : 'right'}
                    </span>
                  )}
                </span>
              </li>
            );
          })}
        </ul>
      );
    case 'number':
      return (
        <dl className={styles.pairs}>
          <dt>Your answer</dt>
          <dd>{given.length === 0 ? 'none' : withUnit(given[0]!, known.unit)}</dd>
          <dt>Right</dt>
          <dd>{rightNumber(known)}</dd>
        </dl>
      );
    case 'match': {
      const right = rightAnswer(known);
      return (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Your answer</th>
              <th scope="col">Right</th>
            </tr>
          </thead>
          <tbody>
            {known.pairs.map(({ item }, i) => (
              <tr key={item}>
                <th scope="row">{item}</th>
                <td>
                  <span aria-hidden>{given[i] === right[i] ? '✓ ' : '✗ '}</span>
                  {known.options[given[i] ?? -1] ?? 'none'}
                </td>
                <td>{known.options[right[i]!]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      );
    }
  }
}

/** Four digits: a step of a quantization is one ten-thousandth. */
const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });

const withUnit = (value: number, unit: string): string => {
  const gap = unit === '' || unit === '%' ? '' : ' ';
  return `${number.format(value)}${gap}${unit}`;
};

function rightNumber({ answer, tolerance, unit }: Extract<Known, { kind: 'number' }>): string {
  const least = withUnit(answer - tolerance, unit);
  const most = withUnit(answer + tolerance, unit);
  const counts = tolerance > 0 ? ` (${least} to ${most} counts)` : '';
  return `${withUnit(answer, unit)}${counts}`;
}
