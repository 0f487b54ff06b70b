import { SegmentedControl } from '@mantine/core';
import { useHashLocation } from 'wouter/use-hash-location';
import { BUNDLED, type BundledModel } from '../../../models/catalogue.ts';
import { findBundled } from '../../../models/chosen.ts';
import { useApp } from '../../use-app.ts';
import { addressOf, valueIn } from '../address.ts';

/** The model on show: the one that the address names, else the one that was chosen for the page. */
export function useShownModel(): BundledModel {
  const [location] = useHashLocation();
  const chosen = useApp(({ settings }) => settings.model.id);
  return findBundled(valueIn(location, 'model') ?? chosen);
}

/** Which bundled model to look at; it is kept in the address, for a link. */
export function ModelChoice({ part, shown }: { part: string; shown: BundledModel }) {
  return (
    <SegmentedControl
      aria-label="Model"
      value={shown.id}
      onChange={(id) => (location.hash = `${addressOf(part)}&model=${id}`)}
      data={BUNDLED.map(({ id, title }) => ({ value: id, label: title }))}
    />
  );
}
