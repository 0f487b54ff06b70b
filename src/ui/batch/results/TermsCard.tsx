import { Anchor, Button, Group, Progress, Text } from '@mantine/core';
import { useState } from 'react';
import { results } from '../../../app.ts';
import { byFrequency } from '../../../core/analysis/tally.ts';
import type { Run, Summary, Terms } from '../../../core/runs.ts';
import { areSentiment } from '../../../core/sentiment.ts';
import { COUNTED_BY_ITSELF } from '../../../state/results-terms.ts';
import { count } from '../../parts/format.ts';
import { failureText } from '../../parts/failure-text.ts';
import { Notice } from '../../parts/Notice.tsx';
import { useApp } from '../../use-app.ts';
import { Panel } from '../../parts/Panel.tsx';
import { reviews } from './rate-text.ts';
import styles from './results.module.css';
import { FocusSelect } from './FocusSelect.tsx';
import { quoted } from './focus.ts';
import { sidesOf } from './term-sides.ts';
import { TermList } from './TermList.tsx';

interface Props {
  run: Run;
  labels: readonly string[];
  summary: Summary;
}

/** Words and word pairs that set positive and negative reviews apart, or those of one label and all others. */
export function TermsCard({ run, labels, summary }: Props) {
  const sentiment = areSentiment(labels);
  const [chosen, choose] = useState<string>();
  const terms = useApp(({ results }) => results.terms);
  const { last } = terms;
  const stale = last && (last.done !== run.done || last.corrected !== summary.corrected);
  const label = sentiment
    ? undefined
    : (chosen ?? last?.terms.label ?? byFrequency(labels, summary.counts)[0]);
  return (
    <Panel
      title={
        sentiment ? 'Terms that set positive and negative apart' : 'Terms that set one label apart'
      }
    >
      {label !== undefined && (
        <FocusSelect
          name="Label"
          labels={labels}
          summary={summary}
          value={label}
          onChange={(label) => {
            choose(label);
            void results.countTerms(label);
          }}
        />
      )}
      {last && <Lists terms={last.terms} />}
      {terms.phase === 'failed' && (
        <Notice color="red" mt="sm" role="alert">
          {failureText(terms.failure)}
        </Notice>
      )}
      {terms.phase === 'counting' ? (
        <Group mt="sm" wrap="nowrap">
          <Progress
            flex={1}
            value={(100 * terms.rows) / Math.max(1, terms.total)}
            aria-label="Counting the terms"
          />
          <Text size="sm" c="dimmed" className={styles.figures}>
            {count(terms.rows)} of {count(terms.total)} rows
          </Text>
          <Button size="xs" variant="default" onClick={results.stopCounting}>
            Cancel
          </Button>
        </Group>
      ) : (
        (!last || stale) && (
          <Group mt="sm">
            <Button size="xs" variant="default" onClick={() => void results.countTerms(label)}>
              {last ? 'Count again' : 'Count the terms'}
            </Button>
            <Text size="sm" c="dimmed">
              {last
                ? 'Rows or labels have changed since.'
                : run.rows > COUNTED_BY_ITSELF
                  ? 'Reads every text; for a large file this takes a moment.'
                  : 'Of the rows scored so far.'}
            </Text>
          </Group>
        )
      )}
    </Panel>
  );
}

function Lists({ terms }: { terms: Terms }) {
  const sides = sidesOf(terms);
  const largest = Math.max(
    1,
    ...[...terms.positive, ...terms.negative].map(({ z }) => Math.abs(z)),
  );
  if (terms.positive.length + terms.negative.length === 0)
    return (
      <Text size="sm">
        No term stands out in {reviews(terms.reviews)}: it takes more of both kinds.
      </Text>
    );
  return (
    <>
      <div className={styles.halves}>
        <TermList side={sides[0]} sides={sides} terms={terms.positive} largest={largest} />
        <TermList side={sides[1]} sides={sides} terms={terms.negative} largest={largest} />
      </div>
      <Text size="sm" c="dimmed" mt="md">
        The number is the z-score of the term’s log-odds between{' '}
        {terms.label === undefined
          ? 'positive and negative reviews'
          : `reviews of ${quoted(terms.label)} and all others`}
        , with a prior from all reviews so that rare words do not win by chance; beyond about 2 it
        is unlikely to be chance. Counted in {reviews(terms.reviews)}. After{' '}
        <Anchor
          inherit
          underline="always"
          href="https://doi.org/10.1093/pan/mpn018"
          target="_blank"
          rel="noreferrer"
        >
          Monroe, Colaresi &amp; Quinn 2008
        </Anchor>
        , “Fightin’ Words”.
      </Text>
    </>
  );
}
