import type { BenchSettings } from '../../core/bench/settings.ts';
import { CopyLink } from '../parts/CopyLink.tsx';
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
    <CopyLink link={classLink(settings)} label="Link with these settings" size={size}>
      Copy a link for the class
    </CopyLink>
  );
}
