export const TABLE_ID = 'results-table';

/** Brings the table into sight after something above it has filtered it. */
export function showTable() {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  document
    .getElementById(TABLE_ID)
    ?.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'start' });
}
