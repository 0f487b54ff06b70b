import { LABEL_STYLE } from '../../parts/label-style.ts';
import styles from './results.module.css';

/** A label as mark and word. */
export function LabelMark({ label }: { label: Label }) {
  const { className, mark, word } = LABEL_STYLE[label];
  return (
    <span className={`${styles.label} ${className}`}>
      <span aria-hidden>{mark}</span> {word}
    </span>
  );
}
