import { views } from '../views.ts';
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
            {views.map(({ path, title }) => (
              <a
                key={path}
                className={styles.link}
                href={`#${path}`}
                aria-current={path === current ? 'page' : undefined}
              >
                {title}
              </a>
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
