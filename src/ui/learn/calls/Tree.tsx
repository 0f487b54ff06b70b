import { Button } from '@mantine/core';
import { useState } from 'react';
import { percent } from '../../parts/format.ts';
import styles from './calls.module.css';

interface Props {
  /** Of the field or place that holds it. */
  name?: string;
  value: unknown;
  open?: boolean;
}

/** Items of a list that are shown at first. */
const FIRST_ITEMS = 20;

/** A value as a tree that unfolds. */
export function Tree({ name, value, open = false }: Props) {
  const [all, setAll] = useState(false);
  if (typeof value !== 'object' || value === null)
    return (
      <span>
        <Name name={name} />
        <span className={styles.value}>{JSON.stringify(value) ?? String(value)}</span>
      </span>
    );
  const entries = Object.entries(value);
  const shown = all ? entries : entries.slice(0, FIRST_ITEMS);
  return (
    <details open={open} className={styles.tree}>
      <summary>
        <Name name={name} />
        {summaryOf(value)}
      </summary>
      <ul>
        {shown.map(([key, item]: [string, unknown], i) => (
          <li key={key}>
            <Tree name={key} value={item} open={open && i === 0 && Array.isArray(value)} />
          </li>
        ))}
      </ul>
      {shown.length < entries.length && (
        <Button size="compact-xs" variant="default" onClick={() => setAll(true)}>
          Show the other {entries.length - shown.length}
        </Button>
      )}
    </details>
  );
}

const Name = ({ name }: { name: string | undefined }) =>
  name === undefined ? null : <span className={styles.name}>{name}: </span>;

/** "Array(2)", "Prediction: positive, 97%", "{3}" */
function summaryOf(value: object): string {
  if (Array.isArray(value)) return `Array(${value.length})`;
  if ('label' in value && 'confidence' in value)
    return `Prediction: ${String(value.label)}, ${percent(Number(value.confidence))}`;
  return `{${Object.keys(value).length}}`;
}
