import { Button } from '@mantine/core';
import { useState } from 'react';
import { LABELS } from '../../core/sentiment.ts';
import { count, percent } from './format.ts';
import { labelStyle } from './label-style.ts';
import styles from './Probabilities.module.css';

interface Props {
  /** By label, 0 to 1 each. */
  values: Readonly<Record<string, number>>;
  top: string;
}

/** Labels drawn of a model with many. */
const MOST = 5;

/** A bar and a number for each label; of many, for the most probable, and for the others on request. */
export function Probabilities({ values, top }: Props) {
  const [all, setAll] = useState(false);
  const labels = inOrder(values);
  const shown = all ? labels : labels.slice(0, MOST);
  const rest = labels.slice(MOST);
  return (
    <>
      <ul className={styles.bars} aria-label="Probabilities">
        {shown.map((label) => {
          const { className, mark, word } = labelStyle(label);
          return (
            <li
              key={label}
              className={`${styles.bar} ${className}`}
              data-top={label === top || undefined}
            >
              <span className={styles.name} title={word}>
                <span aria-hidden>{mark}</span> {word}
              </span>
              <div className={styles.track}>
                <div className={styles.fill} style={{ transform: `scaleX(${values[label]})` }} />
              </div>
              <span className={styles.value}>{percent(values[label]!, 1)}</span>
            </li>
          );
        })}
      </ul>
      {rest.length > 0 && (
        <p className={styles.rest}>
          {!all && (
            <>
              {count(rest.length)} other {rest.length === 1 ? 'label' : 'labels'}:{' '}
              {percent(
                rest.reduce((sum, label) => sum + values[label]!, 0),
                1,
              )}
            </>
          )}
          <Button
            size="compact-xs"
            variant="subtle"
            aria-expanded={all}
            onClick={() => setAll(!all)}
          >
            {all ? `Show the top ${MOST}` : 'Show all'}
          </Button>
        </p>
      )}
    </>
  );
}

/** Sentiment in its own order, so that bars stay where they are; any other labels by probability. */
function inOrder(values: Props['values']): string[] {
  const labels = Object.keys(values);
  if (LABELS.every((label) => Object.hasOwn(values, label)) && labels.length === LABELS.length)
    return [...LABELS];
  return labels.sort((a, b) => values[b]! - values[a]!);
}
