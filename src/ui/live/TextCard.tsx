import { Card } from '@mantine/core';
import { useApp } from '../use-app.ts';
import { CopyLink } from './CopyLink.tsx';
import { Examples } from './Examples.tsx';
import styles from './live.module.css';
import { TextBox } from './TextBox.tsx';
import { TooLong } from './TooLong.tsx';

export function TextCard() {
  const tooLong = useApp(({ live }) => live.tooLong);
  return (
    <Card withBorder padding="lg" className={styles.input}>
      <TextBox />
      <CopyLink />
      {tooLong && <TooLong {...tooLong} />}
      <Examples />
    </Card>
  );
}
