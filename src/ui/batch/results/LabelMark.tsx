import { labelStyle } from '../../parts/label-style.ts';
import styles from './results.module.css';

/** A label as mark and word. */
export function LabelMark({ label }: { label: string }) {
  const { className, mark, word } = labelStyle(label);
  const own = word === label; // sentiment has words with a capital
  return (
    <span
      className={`${styles.label} ${className}`}
      data-own={own || undefined}
      title={own ? label : undefined}
    >
      <span aria-hidden>{mark}</span> {word}
    </span>
  );
}
