import { UnstyledButton } from '@mantine/core';
import { results } from '../../../app.ts';
import type { Query } from '../../../core/runs.ts';
import { startsDescending, type Column } from './columns.ts';
import styles from './table.module.css';

/** Names of the columns; a press on one sorts by it, another one the other way. */
export function TableHead({ columns, sort }: { columns: readonly Column[]; sort: Query['sort'] }) {
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.row}>
        {columns.map(({ key, title, sortBy }, i) => {
          const sorted = sortBy === sort.by;
          const direction = sort.descending ? 'descending' : 'ascending';
          return (
            <div
              key={key}
              role="columnheader"
              aria-colindex={i + 1}
              aria-sort={sortBy && (sorted ? direction : 'none')}
              className={styles.cell}
              data-column={key}
            >
              {sortBy ? (
                <UnstyledButton
                  className={styles.sort}
                  onClick={() =>
                    results.sortBy(sortBy, sorted ? !sort.descending : startsDescending(sortBy))
                  }
                >
                  <span className={styles.title}>{title}</span>
                  <span aria-hidden className={styles.arrow}>
                    {sorted && (sort.descending ? '↓' : '↑')}
                  </span>
                </UnstyledButton>
              ) : (
                title
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
