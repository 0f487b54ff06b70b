import { Table, Text } from '@mantine/core';
import Markdown, { type MarkdownToJSX } from 'markdown-to-jsx/react';
import styles from './records.module.css';

const options = (tables: boolean): MarkdownToJSX.Options => ({
  disableParsingRawHTML: true, // a text is never HTML
  disableAutoLink: true, // nothing leads away from the page
  forceBlock: true,
  wrapper: 'div',
  overrides: {
    p: { component: Text, props: { maw: '46rem', my: 'sm' } },
    table: { component: tables ? Table : None, props: { fz: 'sm' } },
  },
});
const None = () => null;

/**
 * A piece of a model's card, as its authors wrote it (Markdown).
 *
 * @param tables false where the page shows the same figures in a table of its own
 */
export function CardText({ text, tables = true }: { text: string; tables?: boolean }) {
  return (
    <div className={styles.text}>
      <Markdown options={options(tables)}>{text}</Markdown>
    </div>
  );
}
