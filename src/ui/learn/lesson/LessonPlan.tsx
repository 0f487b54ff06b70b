import { Anchor, Button, Code, Title } from '@mantine/core';
import Markdown, { type MarkdownToJSX } from 'markdown-to-jsx/react';
import type { ReactNode } from 'react';
import plan from '../../../../docs/lesson.md?raw';
import { Panel } from '../../parts/Panel.tsx';
import styles from './lesson.module.css';

const options: MarkdownToJSX.Options = {
  disableParsingRawHTML: true,
  forceBlock: true,
  overrides: {
    h1: () => null, // the part has its title already
    h2: { component: Title, props: { order: 4, size: 'h5' } },
    code: Address,
    table: Scrolled,
  },
};

/** The plan in docs/lesson.md, to read and to print on one page. */
export function LessonPlan() {
  return (
    <Panel
      title="The plan, on one page"
      className={styles.panel}
      tools={
        <Button size="compact-sm" variant="default" onClick={() => window.print()}>
          Print
        </Button>
      }
    >
      <div className={styles.plan}>
        <Markdown options={options}>{plan}</Markdown>
      </div>
    </Panel>
  );
}

/** In the file an address of this page is code, as the file does not know where the page is; here it is a link. */
function Address({ children: text }: { children: string }) {
  if (!text.startsWith('#/')) return <Code>{text}</Code>;
  return (
    <Anchor href={text} inherit underline="always" className={styles.address}>
      {window.location.href.split('#')[0]}
      {text}
    </Anchor>
  );
}

function Scrolled({ children }: { children?: ReactNode }) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="The lesson, step by step">
      <table>{children}</table>
    </div>
  );
}
