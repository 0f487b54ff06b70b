import { useApp } from '../use-app.ts';
import { views, type View } from '../views.ts';
import { SchemeSwitch } from './SchemeSwitch.tsx';
import styles from './shell.module.css';

/** @param props.current path of the view shown */
export function Header({ current }: { current: string }) {
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <a className={styles.brand} href="#/">
          <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width={30} height={30} />
          Sentiscope
        </a>
        {views.length > 1 && (
          <nav className={styles.nav} aria-label="Views">
            {views.map((view) => (
              <Link key={view.path} view={view} isCurrent={view.path === current} />
            ))}
          </nav>
        )}
        <div className={styles.tools}>
          <SchemeSwitch />
        </div>
      </div>
    </header>
  );
}

function Link({ view: { path, title, addressIn }, isCurrent }: { view: View; isCurrent: boolean }) {
  const address = useApp((app) => addressIn?.(app) ?? path);
  return (
    <a className={styles.link} href={`#${address}`} aria-current={isCurrent ? 'page' : undefined}>
      {title}
    </a>
  );
}
