import { Center, Loader, VisuallyHidden } from '@mantine/core';
import { Suspense, useEffect, useRef } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { EngineCard } from '../engine/EngineCard.tsx';
import { LoadBanner } from '../engine/LoadBanner.tsx';
import { percentDone } from '../../state/scoring-state.ts';
import { useApp } from '../use-app.ts';
import { viewAt } from '../views.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import './print.css';
import styles from './shell.module.css';
import { UpdateNotice } from './UpdateNotice.tsx';

/** The frame around every view. */
export function Shell() {
  const [location] = useHashLocation();
  const view = viewAt(location);
  const main = useRef<HTMLElement>(null);
  const shown = useRef(view.path);

  const percent = useApp((app) => percentDone(app.scoring));
  useEffect(() => {
    const done = percent === undefined ? '' : `${percent}% · `;
    document.title = `${done}${view.title} · Sentiscope`;
  }, [view, percent]);

  useEffect(() => {
    if (shown.current === view.path) return;
    shown.current = view.path;
    main.current?.focus(); // a reader starts at the new view, as after a page load
  }, [view]);

  return (
    <div className={styles.page}>
      <a
        className={styles.skip}
        href="#main"
        onClick={(event) => {
          event.preventDefault(); // the hash is the route
          main.current?.focus();
        }}
      >
        Skip to the content
      </a>
      <Header current={view.path} />
      <div className={styles.body}>
        <main ref={main} id="main" tabIndex={-1} className={styles.main}>
          <VisuallyHidden component="h1">{view.title}</VisuallyHidden>
          <ErrorBoundary key={view.path}>
            <Suspense
              fallback={
                <Center mih={240}>
                  <Loader role="img" aria-label={`Opening ${view.title}`} />
                </Center>
              }
            >
              <view.Panel />
            </Suspense>
          </ErrorBoundary>
        </main>
        <aside className={styles.aside} aria-label="Engine">
          <EngineCard />
        </aside>
      </div>
      <Footer />
      <div className={styles.dock}>
        <UpdateNotice />
        <LoadBanner />
      </div>
    </div>
  );
}
