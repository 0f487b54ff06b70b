import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
} from 'react';
import { results } from '../../../app.ts';
import type { Run } from '../../../core/runs.ts';
import { count } from '../../parts/format.ts';
import { useApp } from '../../use-app.ts';
import { tableColumns, tracks } from './columns.ts';
import { ResultRow, rowElementId } from './ResultRow.tsx';
import { MOST_PX, revealed, scrollScale } from './scroll-scale.ts';
import { TableHead } from './TableHead.tsx';
import styles from './table.module.css';
import { useRowWindow } from './use-row-window.ts';

const HEAD_PX = 40;

interface Props {
  run: Run;
  ids: Uint32Array;
  /** Two lines a row instead of columns. Another value needs another table: heights are not measured again. */
  narrow: boolean;
  /** In px. */
  width: number;
}

/** All rows that match; only those in sight are in the page. */
export function ResultsTable({ run, ids, narrow, width }: Props) {
  const rowPx = narrow ? 68 : 40;
  const headPx = narrow ? 0 : HEAD_PX;
  const contentPx = ids.length * rowPx;
  const query = useApp(({ results }) => results.query);
  const busy = useApp(({ results }) => results.busy);
  const scroller = useRef<HTMLDivElement>(null);
  const [chosen, choose] = useState({ query, place: 0 });
  const active = chosen.query === query ? Math.min(chosen.place, ids.length - 1) : 0;

  const { from, to, top } = useRowWindow(scroller, { rows: ids.length, rowPx, headPx });

  useEffect(() => results.show(from, to), [from, to, ids]);
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0; // another query is read from its start
  }, [query]);

  function moveTo(place: number) {
    const element = scroller.current;
    const next = Math.max(0, Math.min(place, ids.length - 1));
    choose({ query, place: next });
    if (!element) return;
    const view = element.clientHeight - headPx;
    const top = next * rowPx;
    const range = { top, bottom: top + rowPx };
    element.scrollTop = revealed(range, element.scrollTop, view, scrollScale(contentPx, view));
  }

  function move(event: KeyboardEvent<HTMLDivElement>) {
    if (event.target !== event.currentTarget || ids.length === 0) return; // a header's button has keys of its own
    const page = Math.max(1, Math.floor((event.currentTarget.clientHeight - headPx) / rowPx) - 1);
    const to = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: ids.length - 1,
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      moveTo(to);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      void results.open(ids[active]!);
    }
  }

  const { mapping, columns: names, model } = run; // the same while the run is scored, so that rows are not drawn anew
  const letters = count(run.rows).length;
  const columns = useMemo(
    () => tableColumns({ mapping, columns: names, model }, width, letters),
    [mapping, names, model, width, letters],
  );
  const inSight = active >= from && active < to;
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label="Rows of the file"
      aria-rowcount={ids.length + 1}
      aria-colcount={columns.length}
      aria-busy={busy}
      aria-activedescendant={inSight ? rowElementId(ids[active]!) : undefined}
      tabIndex={0}
      className={styles.table}
      data-narrow={narrow || undefined}
      style={{ '--columns': tracks(columns), '--row': `${rowPx}px` } as CSSProperties} // React's type knows no custom properties
      onKeyDown={move}
    >
      <TableHead columns={columns} sort={query.sort} />
      <div role="rowgroup" style={{ height: Math.min(contentPx, MOST_PX) }}>
        <div role="presentation" style={{ transform: `translateY(${top}px)` }}>
          {Array.from(ids.subarray(from, to), (id, i) => (
            <ResultRow
              key={id}
              id={id}
              place={from + i}
              active={from + i === active}
              columns={columns}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
