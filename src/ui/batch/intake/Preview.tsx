import { Text } from '@mantine/core';
import { memo, useDeferredValue } from 'react';
import type { Inspection, Mapping } from '../../../core/intake.ts';
import { startOf } from '../../../core/segments.ts';
import { ROLES } from '../../../state/intake-mapping.ts';
import { count } from '../../parts/format.ts';
import styles from './Preview.module.css';
import { cellText, drawnPart } from './preview-cells.ts';
import { ROLE_TEXTS } from './role-text.ts';

/** Cells above this may be cut by two lines. */
const LONG_LETTERS = 60;

/** The first rows as they will be read. Plain cells: a component for each would be slow. */
export const Preview = memo(function Preview(props: { inspection: Inspection; mapping: Mapping }) {
  const { mapping } = props;
  const inspection = useDeferredValue(props.inspection, null);
  if (!inspection) return <div className={styles.coming} />;
  const { columns, rows } = inspection;
  const wanted = ROLES.flatMap((role) => mapping[role] ?? []).filter((index) => index >= 0);
  const drawn = drawnPart(columns.length, rows.length, wanted);
  const long = rows.some((row) => wanted.some((index) => String(row[index]).length > LONG_LETTERS));
  const left = columns.length - drawn.columns.length;

  if (rows.length === 0)
    return (
      <Text size="sm" c="dimmed">
        No row could be read this way. Change how the file is read above, or choose another file.
      </Text>
    );
  return (
    <>
      <div className={styles.frame} role="region" aria-label="First rows" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.number}>
                Row
              </th>
              {drawn.columns.map((index) => {
                const role = ROLES.find((name) => mapping[name] === index);
                return (
                  <th key={index} scope="col" data-role={role}>
                    <span className={styles.name} dir="auto">
                      {startOf(columns[index]!.name, 60)}
                    </span>
                    {role && <span className={styles.role}>{ROLE_TEXTS[role].badge}</span>}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, drawn.rows).map((row, i) => (
              <tr key={i}>
                <th scope="row" className={styles.number}>
                  {i + 1}
                </th>
                {drawn.columns.map((index) => (
                  <td key={index} data-role={index === mapping.text ? 'text' : undefined}>
                    <div className={styles.cell} dir="auto">
                      {cellText(row[index])}
                    </div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Text size="sm" c="dimmed" mt="xs">
        {drawn.rows === 1 ? 'The first row' : `The first ${count(drawn.rows)} rows`}
        {left > 0 && `, ${count(drawn.columns.length)} of ${count(columns.length)} columns`}.
        {long && ' Long cells are shortened here only.'}
      </Text>
    </>
  );
});
