import { LABELS, topLabel } from '../../../core/sentiment.ts';
import { percent } from '../../parts/format.ts';
import { LABEL_STYLE } from '../../parts/label-style.ts';
import type { StageProps } from './stage-props.ts';
import styles from './pipeline.module.css';

export function OutputLabel({ look: { texts, probabilities } }: StageProps) {
  return (
    <ol className={styles.list}>
      {texts.map(({ text }, row) => {
        const shares = probabilities.subarray(row * 3, row * 3 + 3);
        const label = topLabel(shares);
        const { className, mark, word } = LABEL_STYLE[label];
        return (
          <li key={row}>
            <q>{text}</q>{' '}
            <strong className={`${styles.label} ${className}`}>
              <span aria-hidden>{mark}</span> {word}, {percent(shares[LABELS.indexOf(label)]!, 1)}
            </strong>
          </li>
        );
      })}
    </ol>
  );
}
