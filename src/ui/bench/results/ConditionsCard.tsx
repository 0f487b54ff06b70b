import { List } from '@mantine/core';
import type { Figures } from '../../../core/bench/figures.ts';
import type { BenchResult } from '../../../core/bench/result.ts';
import { Notice } from '../../parts/Notice.tsx';
import { cautions } from './conditions-text.ts';

/** What to know before believing a number; nothing where nothing stood out. */
export function ConditionsCard({ result, figures }: { result: BenchResult; figures: Figures }) {
  const found = cautions(result, figures);
  if (found.length === 0) return null;
  return (
    <Notice color="yellow" title="Before you believe the numbers">
      <List size="sm">
        {found.map((text) => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
    </Notice>
  );
}
