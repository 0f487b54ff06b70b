import { count, percent } from '../../parts/format.ts';
import type { StageProps } from './stage-props.ts';
import styles from './pipeline.module.css';

/** Places written out of each text: a screen or two. */
const MOST_PLACES = 48;

/** Ids and mask as the tensors hold them, padding included. */
export function Ids({ look: { texts, columns, ids, mask }, name }: StageProps) {
  const padding = mask.filter((bit) => bit === 0).length;
  const shown = Math.min(columns, MOST_PLACES);
  return (
    <>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={name}>
        <table className={styles.ids}>
          <tbody>
            {texts.map(({ pieces }, row) => (
              <IdRows
                key={row}
                row={row}
                pieces={pieces.map(({ text }) => text)}
                ids={ids.subarray(row * columns, row * columns + shown)}
                mask={mask.subarray(row * columns, row * columns + shown)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.note}>
        {count(mask.length)} places, {count(padding)} of them padding
        {padding > 0 && ` (${percent(padding / mask.length, 1)})`}.
        {shown < columns &&
          ` The first ${shown} of ${columns} places of each text are written out.`}
      </p>
    </>
  );
}

interface RowsProps {
  row: number;
  pieces: readonly string[];
  ids: Uint32Array;
  mask: Uint8Array;
}

function IdRows({ row, pieces, ids, mask }: RowsProps) {
  const cells = [...ids];
  const padded = (i: number) => (mask[i] === 0 ? true : undefined);
  return (
    <>
      <tr>
        <th scope="row">Text {row + 1}</th>
        {cells.map((_, i) => (
          <td key={i} data-padding={padded(i)}>
            <code>{pieces[i]}</code>
          </td>
        ))}
      </tr>
      <tr>
        <th scope="row">id</th>
        {cells.map((id, i) => (
          <td key={i} data-padding={padded(i)}>
            {id}
          </td>
        ))}
      </tr>
      <tr className={styles.last}>
        <th scope="row">mask</th>
        {cells.map((_, i) => (
          <td key={i} data-padding={padded(i)}>
            {mask[i]}
          </td>
        ))}
      </tr>
    </>
  );
}
