import { useState, type KeyboardEvent } from 'react';
import { binOf, MARGIN } from './histogram.ts';
import { reviews } from './rate-text.ts';
import styles from './summary.module.css';

interface Props {
  /** "P(positive)" or "Confidence" */
  of: string;
  bins: readonly number[];
  chosen: readonly [number, number] | undefined;
  /** Undefined: the chosen one was pressed again. */
  onChoose: (range: readonly [number, number] | undefined) => void;
}

/** One button over each bar; one stop for the tab key, arrows in between. */
export function BinButtons({ of, bins, chosen, onChoose }: Props) {
  const [current, setCurrent] = useState(0);

  function move(event: KeyboardEvent<HTMLDivElement>) {
    const last = bins.length - 1;
    const to = {
      ArrowRight: Math.min(current + 1, last),
      ArrowLeft: Math.max(current - 1, 0),
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setCurrent(to);
    const button = event.currentTarget.children[to];
    if (button instanceof HTMLElement) button.focus();
  }

  return (
    <div
      className={styles.bins}
      role="toolbar"
      aria-label="Show the reviews of one bar"
      style={{ inset: `${MARGIN.top}px ${MARGIN.right}px ${MARGIN.bottom}px ${MARGIN.left}px` }}
      onKeyDown={move}
    >
      {bins.map((n, i) => {
        const [from, to] = binOf(i, bins.length);
        const pressed = chosen?.[0] === from && chosen[1] === to;
        const name = `${of} ${from.toFixed(2)} to ${to.toFixed(2)}: ${reviews(n)}`;
        return (
          <button
            key={i}
            type="button"
            className={styles.bin}
            tabIndex={i === current ? 0 : -1}
            aria-pressed={pressed}
            aria-label={name}
            title={name}
            onFocus={() => setCurrent(i)}
            onClick={() => onChoose(pressed ? undefined : [from, to])}
          />
        );
      })}
    </div>
  );
}
