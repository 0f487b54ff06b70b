import { runs } from '../../../app.ts';
import type { ListedRun } from '../../../core/runs.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { bytes } from '../../parts/format.ts';

/** Deletes a run, after one question. */
export function DeleteRun({ run }: { run: ListedRun }) {
  return (
    <ConfirmButton
      name={`Delete ${run.name}`}
      title={`Delete ${run.name}`}
      question={`Delete the results of ${run.name} (${bytes(run.bytes)}), corrections included? The file itself is not touched.`}
      yes="Delete"
      onConfirm={() => runs.remove(run.id)}
    >
      Delete
    </ConfirmButton>
  );
}
