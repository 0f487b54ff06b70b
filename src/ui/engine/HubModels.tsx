import { useApp } from '../use-app.ts';
import { HubAsk } from './HubAsk.tsx';
import { HubFound } from './HubFound.tsx';

/** First the question which model, then what the hub says about it: two steps, each agreed to. */
export function HubModels({ onChosen }: { onChosen: () => void }) {
  const lookup = useApp((app) => app.hub);
  return lookup.phase === 'found' ? (
    <HubFound found={lookup} onChosen={onChosen} />
  ) : (
    <HubAsk lookup={lookup} />
  );
}
