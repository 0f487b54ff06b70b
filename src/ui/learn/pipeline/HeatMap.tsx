import { useEffect, useRef } from 'react';
import { whenIdle } from '../../parts/when-idle.ts';
import styles from './pipeline.module.css';

interface Props {
  /** What is drawn, in a sentence: all that a screen reader gets; the numbers stand in a table. */
  label: string;
  /** Row-major [rows, columns]. */
  values: Float32Array;
  columns: number;
  rows: readonly { name: string; isPadding: boolean }[];
}

const RED = [224, 49, 49] as const;
const BLUE = [28, 100, 220] as const;

/** A matrix as colours, a row for each token. */
export function HeatMap({ label, values, columns, rows }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    return whenIdle(() => {
      const context = canvas.current?.getContext('2d');
      if (!context) return;
      const image = context.createImageData(columns, rows.length);
      const strongest = strength(values);
      values.forEach((value, i) => {
        image.data.set(value > 0 ? RED : BLUE, i * 4);
        image.data[i * 4 + 3] = 255 * Math.min(1, Math.abs(value) / strongest);
      });
      context.putImageData(image, 0, 0);
    });
  }, [values, columns, rows.length]);

  return (
    <figure className={styles.heat}>
      <ol className={styles.rows} aria-hidden>
        {rows.map(({ name, isPadding }, i) => (
          <li key={i} data-padding={isPadding || undefined}>
            {name}
          </li>
        ))}
      </ol>
      <div className={styles.picture}>
        <canvas ref={canvas} role="img" aria-label={label} width={columns} height={rows.length} />
        {rows.map(
          ({ isPadding }, i) =>
            isPadding && (
              <span
                key={i}
                className={styles.hatched}
                style={{ top: `${(100 * i) / rows.length}%`, height: `${100 / rows.length}%` }}
              />
            ),
        )}
      </div>
    </figure>
  );
}

/** The size that gets full colour: one number in a hundred is larger, so that a single spike does not pale all others. */
function strength(values: Float32Array): number {
  const sizes = values.map(Math.abs).sort();
  return sizes[Math.floor(sizes.length * 0.99)] || 1;
}
