import { Alert, type AlertProps } from '@mantine/core';
import styles from './Notice.module.css';

/** An alert whose title can be read: Mantine's own are under 4.5:1 on yellow. */
export function Notice(props: AlertProps) {
  return <Alert {...props} classNames={{ title: styles.title }} />;
}
