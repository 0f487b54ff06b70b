import type { BenchSettings } from '../../core/bench/settings.ts';
import { CopyText } from '../parts/CopyText.tsx';
import { classLink } from './address.ts';

/** One link that asks every machine the same. */
export function CopySettings({
  settings,
  size = 'md',
}: {
  settings: BenchSettings;
  size?: 'sm' | 'md';
}) {
  return (
    <CopyText
      done="Link copied"
      text={classLink(settings)}
      label="Link with these settings"
      size={size}
    >
      Copy a link for the class
    </CopyText>
  );
}
