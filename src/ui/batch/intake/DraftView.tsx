import { Stack } from '@mantine/core';
import type { Draft } from '../../../state/intake-state.ts';
import { WayCard } from './cascade/WayCard.tsx';
import { ColumnsCard } from './ColumnsCard.tsx';
import { FileCard } from './FileCard.tsx';
import { FiguresCard } from './FiguresCard.tsx';
import { LabelsCard } from './LabelsCard.tsx';
import { ProblemsNotice } from './ProblemsNotice.tsx';
import { ResultsCard } from './ResultsCard.tsx';
import { StartBar } from './StartBar.tsx';

/** A file before its start: how it was read, which column is what, what scoring it will take. */
export function DraftView({ draft }: { draft: Draft }) {
  const { file, ignored, inspection, chosen, rereading, refused, mapping, survey } = draft;
  const counts = survey.phase === 'done' ? survey.survey : undefined;
  return (
    <Stack>
      <FileCard
        file={file}
        ignored={ignored}
        inspection={inspection}
        chosen={chosen}
        rereading={rereading}
        refused={refused}
      />
      {inspection.results && <ResultsCard draft={draft} results={inspection.results} />}
      <ProblemsNotice problems={counts?.problems ?? inspection.problems} />
      <ColumnsCard
        inspection={inspection}
        mapping={mapping}
        remembered={draft.mappingFrom === 'remembered'}
      />
      {mapping.label !== undefined && (
        <LabelsCard
          column={inspection.columns[mapping.label]!.name}
          known={inspection.values[mapping.label]}
          counted={counts?.labels}
          labels={mapping.labels}
        />
      )}
      <FiguresCard survey={survey} estimate={draft.estimate} />
      <WayCard starting={draft.starting} />
      <StartBar draft={draft} />
    </Stack>
  );
}
