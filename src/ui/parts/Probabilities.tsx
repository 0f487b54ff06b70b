import { LABELS, type Label, type Probabilities as Values } from '../../core/sentiment.ts';
import { percent } from './format.ts';
import { LABEL_STYLE } from './label-style.ts';
import styles from './Probabilities.module.css';

/** A bar and a number for each label. */
export function Probabilities({ values, top }: { values: Values; top: Label }) {
  return (
    <ul className={styles.bars} aria-label="Probabilities">
      {LABELS.map((label) => {
        const { className, mark, word } = LABEL_STYLE[label];
        return (
          <li
            key={label}
            className={`${styles.bar} ${className}`}
            data-top={label === top || undefined}
          >
            <span className={styles.name}>
              <span aria-hidden>{mark}</span> {word}
            </span>
            <div className={styles.track}>
              <div className={styles.fill} style={{ transform: `scaleX(${values[label]})` }} />
            </div>
            <span className={styles.value}>{percent(values[label], 1)}</span>
          </li>
        );
      })}
    </ul>
  );
}
