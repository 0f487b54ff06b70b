import { Select, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Figures } from '../../../core/bench/figures.ts';
import type { BenchResult } from '../../../core/bench/result.ts';
import { AllCellsCard } from './AllCellsCard.tsx';
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
import { Section } from './Section.tsx';
import { ServerCards } from './ServerCards.tsx';
import { VariedCards } from './VariedCards.tsx';

interface Props {
  result: BenchResult;
  figures: Figures;
  /** For a projector: fewer things. */
  presenting: boolean;
}

/** What a run found, the answer first. */
export function Results({ result, figures, presenting }: Props) {
  const { headlines } = figures;
  const [chosen, setChosen] = useState<string>();
  const headline = headlines.find(({ engine }) => engine.id === chosen) ?? headlines[0];

  return (
    <Stack gap="xl">
      {!presenting && <ConditionsCard result={result} figures={figures} />}
      {headline && (
        <Section
          title="One model"
          tools={
            headlines.length > 1 && (
              <Select
                aria-label="Model of this section"
                w="min(21rem, 100%)"
                allowDeselect={false}
                data={headlines.map(({ engine }) => ({
                  value: engine.id,
                  label: engineName(engine),
                }))}
                value={headline.engine.id}
                onChange={(id) => setChosen(id ?? undefined)}
              />
            )
          }
        >
          <HeadlineCard
            headline={headline}
            headlines={headlines}
            result={result}
            presenting={presenting}
          />
          {!presenting && <OthersCard headline={headline} />}
          <LatencyCard headline={headline} result={result} />
          <VariedCards figures={figures} headline={headline} presenting={presenting} />
          {!presenting && (
            <>
              <PaddingCard headline={headline} seed={result.settings.seed} />
              <PartsCard headline={headline} figures={figures} />
            </>
          )}
        </Section>
      )}
      {!presenting && <ServerCards figures={figures} result={result} />}
      <Section title="All models">
        <QualityCard figures={figures} result={result} />
        {!presenting && <EnginesCard result={result} figures={figures} />}
      </Section>
      {!presenting && (
        <Section title="Behind the numbers">
          <AllCellsCard figures={figures} />
          <MethodCard result={result} figures={figures} />
        </Section>
      )}
    </Stack>
  );
}
