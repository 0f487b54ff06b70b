import type { Failure } from '../../../core/failure.ts';
import { failureText } from '../../parts/failure-text.ts';
import { Notice } from '../../parts/Notice.tsx';
import { FailureDetail } from './FailureDetail.tsx';

/** Why a file could not be opened. Another one can be chosen right below. */
export function Failed({ name, failure }: { name: string; failure: Failure }) {
  return (
    <Notice color="red" title={`${name} could not be opened`} style={{ overflowWrap: 'anywhere' }}>
      {failureText(failure)}
      <FailureDetail failure={failure} />
    </Notice>
  );
}
