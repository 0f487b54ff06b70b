import { count } from '../../parts/format.ts';
import type { StageProps } from './stage-props.ts';
import styles from './pipeline.module.css';

export function InputText({ look: { texts } }: StageProps) {
  return (
    <ol className={styles.list}>
      {texts.map(({ text, left }, i) => (
        <li key={i}>
          <q>{text}</q>{' '}
          <span className={styles.note}>
            {count(Array.from(text).length)} characters
            {left > 0 &&
              `; ${count(left)} tokens more than the 512 that fit in: only the beginning is looked at here (Live and Score a file cut such a text into windows)`}
          </span>
        </li>
      ))}
    </ol>
  );
}
