import { Button, Group, Stack, Title } from '@mantine/core';
import { sectionOf, type ModelCard } from '../../../core/learn/trace/read-card.ts';
import type { BundledModel } from '../../../models/catalogue.ts';
import { Panel } from '../../parts/Panel.tsx';
import { CardText } from '../records/CardText.tsx';
import { ModelChoice, useShownModel } from '../records/ModelChoice.tsx';
import { Opened } from '../records/Opened.tsx';
import { RatesCard } from '../records/RatesCard.tsx';
import styles from './cards.module.css';
import { Facts } from './Facts.tsx';
import { FilesCard } from './FilesCard.tsx';

/** Sections of a card that stand under headings of our own. */
const METHOD = 'Method';
const LIMITS = 'Limits';

/** The card of a bundled model, as a page to read and to print. */
export function CardsPart() {
  const model = useShownModel();
  return (
    <Stack gap="lg">
      <Group className={styles.tools}>
        <ModelChoice part="cards" shown={model} />
        <Button variant="default" onClick={() => window.print()}>
          Print this card
        </Button>
      </Group>
      <Opened model={model.id} name="card">
        {(card) => <Card model={model} card={card} />}
      </Opened>
    </Stack>
  );
}

function Card({ model, card }: { model: BundledModel; card: ModelCard }) {
  const [lead = '', ...details] = card.intro.split(/\n{2,}/);
  const results = card.sections.find(({ title }) => title.startsWith('Results'));
  const shown = [METHOD, LIMITS, results?.title];
  return (
    <Stack component="article" gap="lg" aria-label={card.title}>
      <Panel title={card.title}>
        <CardText text={lead} />
        <Facts model={model} />
      </Panel>
      <Section title="Data and method" text={sectionOf(card, METHOD)} />
      <div>
        <Title order={3} size="h4" mb="sm">
          How good it is
        </Title>
        <Opened model={model.id} name="metrics">
          {(sources) => (
            <Stack gap="lg">
              <RatesCard sources={sources} kind="threeClass" side="right" open />
              <RatesCard sources={sources} kind="binary" side="right" open />
            </Stack>
          )}
        </Opened>
      </div>
      {results && (
        <Section
          title="How it was measured"
          text={`${results.title}\n\n${results.text}`}
          tables={false}
        />
      )}
      <Section title="Limits and licence" text={sectionOf(card, LIMITS)} />
      <FilesCard model={model} />
      <Section
        title="Inputs, outputs and number formats"
        text={details.join('\n\n')}
        tables={false}
      />
      {card.sections
        .filter(({ title }) => !shown.includes(title))
        .map((section) => (
          <Section key={section.title} {...section} />
        ))}
    </Stack>
  );
}

interface SectionProps {
  title: string;
  text: string | undefined;
  tables?: boolean;
}

function Section({ title, text, tables = true }: SectionProps) {
  if (!text) return null;
  return (
    <Panel title={title}>
      <CardText text={text} tables={tables} />
    </Panel>
  );
}
