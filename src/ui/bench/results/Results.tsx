import { Select, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Figures } from '../../../core/bench/figures.ts';
import type { BenchResult } from '../../../core/bench/result.ts';
import { ConditionsCard } from './ConditionsCard.tsx';
import { EnginesCard } from './EnginesCard.tsx';
import { HeadlineCard } from './HeadlineCard.tsx';
import { LatencyCard } from './LatencyCard.tsx';
import { MethodCard } from './MethodCard.tsx';
import { engineName } from './names.ts';
import { OthersCard } from './OthersCard.tsx';
import { PaddingCard } from './PaddingCard.tsx';
import { PartsCard } from './PartsCard.tsx';
import { QualityCard } from './QualityCard.tsx';
import { ServerCard } from './ServerCard.tsx';
import { VariedCards } from './VariedCards.tsx';

interface Props {
  result: BenchResult;
  figures: Figures;
  /** For a projector: fewer things. */
  presenting: boolean;
}

/** What a run found, the answer first. */
export function Results({ result, figures, presenting }: Props) {
  const [chosen, setChosen] = useState<string>();
  const headline =
    figures.headlines.find(({ engine }) => engine.id === chosen) ?? figures.headlines[0];

  return (
    <Stack gap="lg">
      {!presenting && <ConditionsCard result={result} figures={figures} />}
      {headline && (
        <>
          {figures.headlines.length > 1 && (
            <Select
              label="Model"
              description="The headline and the charts down to the milliseconds are about this one."
              maw={360}
              allowDeselect={false}
              data={figures.headlines.map(({ engine }) => ({
                value: engine.id,
                label: engineName(engine),
              }))}
              value={headline.engine.id}
              onChange={(id) => setChosen(id ?? undefined)}
            />
          )}
          <HeadlineCard headline={headline} result={result} />
          <LatencyCard headline={headline} result={result} />
        </>
      )}
      <VariedCards figures={figures} engine={headline?.engine.model} presenting={presenting} />
      {headline && !presenting && (
        <>
          <OthersCard headline={headline} />
          <PaddingCard headline={headline} />
          <PartsCard headline={headline} figures={figures} />
        </>
      )}
      <QualityCard figures={figures} result={result} />
      {!presenting && (
        <>
          <ServerCard figures={figures} result={result} />
          <EnginesCard result={result} figures={figures} />
          <MethodCard result={result} figures={figures} />
        </>
      )}
    </Stack>
  );
}
