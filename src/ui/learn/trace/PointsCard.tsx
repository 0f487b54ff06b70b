import { Text } from '@mantine/core';
import { useId } from 'react';
import type { Point } from '../../../core/learn/trace/points.ts';
import type { Trace } from '../../../core/learn/trace/read-trace.ts';
import { Panel } from '../../parts/Panel.tsx';
import { pointText } from './point-text.ts';
import styles from './trace.module.css';

interface Props {
  trace: Trace;
  points: readonly Point[];
  current: number;
  onChoose: (point: number) => void;
}

const IN_WORDS = ['no', 'one', 'two', 'three', 'four', 'five'];

/** The points of a training, each with its numbers and what they say; the chosen one is marked in the charts. */
export function PointsCard({ trace, points, current, onChoose }: Props) {
  const title = `What the numbers say at ${IN_WORDS[points.length]} points`;
  return (
    <Panel title={title} className={styles.beside}>
      <Text size="sm" c="dimmed" mb="sm">
        Step through them with the arrow keys: the chosen point is marked in every chart.
      </Text>
      <div role="radiogroup" aria-label="Points of the training" className={styles.points}>
        {points.map((point, i) => (
          <OnePoint
            key={point.kind}
            place={i + 1}
            chosen={i === current}
            onChoose={() => onChoose(i)}
            {...pointText(trace, point)}
          />
        ))}
      </div>
    </Panel>
  );
}

interface PointProps extends ReturnType<typeof pointText> {
  place: number;
  chosen: boolean;
  onChoose: () => void;
}

function OnePoint({ place, chosen, onChoose, title, numbers, sentences }: PointProps) {
  const id = useId();
  return (
    <div className={styles.point} data-chosen={chosen || undefined}>
      <label className={styles.name}>
        <input
          type="radio"
          name="point"
          checked={chosen}
          onChange={onChoose}
          aria-describedby={id}
        />
        {place} · {title}
      </label>
      <div id={id} className={styles.says}>
        <dl className={styles.numbers}>
          {numbers.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {sentences.map((sentence) => (
          <Text key={sentence} size="sm" mt={6}>
            {sentence}
          </Text>
        ))}
      </div>
    </div>
  );
}
