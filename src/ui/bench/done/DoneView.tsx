import { Card, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import type { Bench } from '../../../state/bench/state.ts';
import { failureText } from '../../parts/failure-text.ts';
import { Notice } from '../../parts/Notice.tsx';
import { Results } from '../results/Results.tsx';
import styles from './done.module.css';
import { Toolbar } from './Toolbar.tsx';

type Props = Omit<Extract<Bench, { phase: 'done' }>, 'phase'>;

/** What a run found. */
export function DoneView({ result, figures, notKept }: Props) {
  const [presenting, setPresenting] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useHotkeys([['Escape', () => setPresenting(false)]]);
  // The view changes under the focus: it goes on with what has come.
  useEffect(() => root.current?.focus(), [result.id]);

  return (
    <div
      ref={root}
      tabIndex={-1}
      className={styles.root}
      data-presenting={presenting || undefined}
      aria-label="Result"
      role="region"
    >
      <Stack gap="lg">
        <Toolbar
          key={result.id}
          result={result}
          presenting={presenting}
          onPresent={() => setPresenting(!presenting)}
        />
        {notKept && (
          <Notice color="yellow" title="This run could not be kept">
            {failureText(notKept)} It is shown as long as the page stays; export it to have it
            longer.
          </Notice>
        )}
        {figures ? (
          <Results result={result} figures={figures} presenting={presenting} />
        ) : (
          <Card withBorder padding="lg">
            <Text>Working out the intervals from every sample …</Text>
          </Card>
        )}
      </Stack>
    </div>
  );
}
