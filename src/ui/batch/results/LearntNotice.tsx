import type { Run } from '../../../core/runs.ts';
import { Notice } from '../../parts/Notice.tsx';
import { useApp } from '../../use-app.ts';
import { learntText } from './learnt-text.ts';

/** Stands over figures that say how often a model is right on what it may have learnt from. */
export function LearntNotice({ run }: { run: Run }) {
  const text = useApp(({ ownModels }) => learntText(run, ownModels.list));
  if (text === undefined) return null;
  return (
    <Notice
      color="yellow"
      mb="md"
      title="These may be the rows that the model has learnt from"
      style={{ overflowWrap: 'anywhere' }}
    >
      {text}
    </Notice>
  );
}
