import { bench } from '../../app.ts';
import type { Failure } from '../../core/failure.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { failureText } from '../parts/failure-text.ts';
import { Notice } from '../parts/Notice.tsx';

export function BenchFailed({ failure }: { failure: Failure }) {
  return (
    <Notice
      color="red"
      role="alert"
      title="The benchmark could not be run"
      withCloseButton
      closeButtonLabel="Put this message away"
      onClose={bench.close}
    >
      {failureText(failure)}
      <Disclosure label="Technical detail" mt="xs">
        <code style={{ overflowWrap: 'anywhere' }}>
          {failure.code}: {failure.detail}
        </code>
      </Disclosure>
    </Notice>
  );
}
