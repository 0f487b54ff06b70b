import { Text } from '@mantine/core';
import { memo } from 'react';
import type { Problem, Problems } from '../../../core/intake.ts';
import { Disclosure } from '../../parts/Disclosure.tsx';
import { count } from '../../parts/format.ts';
import { Notice } from '../../parts/Notice.tsx';
import styles from './intake.module.css';
import { problemsSummary, problemText } from './problem-text.ts';

const SHOWN = 3;

/** What could not be taken as it is. The rest goes on. */
export const ProblemsNotice = memo(function ProblemsNotice({ problems }: { problems: Problems }) {
  const { total, listed } = problems;
  if (total === 0) return null;
  const rest = listed.slice(SHOWN);
  const unlisted = total - listed.length;
  return (
    <Notice color="yellow" role="group" title={problemsSummary(problems)}>
      <List problems={listed.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <Disclosure label={`And ${count(total - SHOWN)} more`} mt={4} className={styles.inNotice}>
          <div
            className={styles.moreProblems}
            role="region"
            aria-label="More problems"
            tabIndex={0}
          >
            <List problems={rest} />
            {unlisted > 0 && (
              <Text size="sm" mt="xs">
                And {count(unlisted)} more that are not listed.
              </Text>
            )}
          </div>
        </Disclosure>
      )}
    </Notice>
  );
});

function List({ problems }: { problems: readonly Problem[] }) {
  return (
    <ul className={styles.problems}>
      {problems.map((problem, i) => (
        <li key={i}>{problemText(problem)}</li>
      ))}
    </ul>
  );
}
