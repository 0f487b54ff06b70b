import { memo } from 'react';
import { labelsOf, type Run, type Summary } from '../../../core/runs.ts';
import { GroupsCard } from './GroupsCard.tsx';
import { HistogramCard } from './HistogramCard.tsx';
import { LabelShares } from './LabelShares.tsx';
import { PeriodsCard } from './PeriodsCard.tsx';
import styles from './results.module.css';
import { TellingCard } from './TellingCard.tsx';
import { TermsCard } from './TermsCard.tsx';

interface Props {
  run: Run;
  summary: Summary;
}

export const SummarySection = memo(function SummarySection({ run, summary }: Props) {
  const { groups, periods, histogram, scored } = summary;
  const { group } = run.mapping;
  const labels = labelsOf(run.model);
  const hasGroups = groups !== undefined && groups.top.length > 0;
  const hasPeriods = periods !== undefined && periods.points.length > 0;
  return (
    <div className={styles.grid}>
      <LabelShares labels={labels} summary={summary} />
      <HistogramCard labels={labels} bins={histogram} />
      {hasGroups && (
        <div className={hasPeriods ? undefined : styles.wide}>
          <GroupsCard
            labels={labels}
            summary={summary}
            groups={groups}
            column={(group !== undefined && run.columns[group]) || 'group'}
          />
        </div>
      )}
      {hasPeriods && (
        <div className={hasGroups ? undefined : styles.wide}>
          <PeriodsCard labels={labels} summary={summary} periods={periods} />
        </div>
      )}
      {scored > 0 && (
        <div className={styles.wide}>
          <TellingCard labels={labels} summary={summary} />
        </div>
      )}
      {scored > 0 && (
        <div className={styles.wide}>
          <TermsCard run={run} labels={labels} summary={summary} />
        </div>
      )}
    </div>
  );
});
