import type { ReactNode } from 'react';
import styles from './DockBar.module.css';

/** A bar at the foot of the window, as wide as the page. */
export function DockBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className={styles.bar} aria-label={label}>
      <div className={styles.inner}>{children}</div>
    </section>
  );
}
