import { Anchor, Center, Loader, Stack, Text, Title } from '@mantine/core';
import { Suspense, useEffect, useRef } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { addressOf, LEARN, partIn } from './address.ts';
import styles from './learn.module.css';
import { lessonPlan, parts, type Part } from './parts.ts';

/** Every stage from text to label, and what each mode is for: an overview, or one part. */
export function LearnPanel() {
  const [location] = useHashLocation();
  const part = [...parts, lessonPlan].find(({ id }) => id === partIn(location));
  return part ? <PartView key={part.id} part={part} /> : <Overview />;
}

function Overview() {
  return (
    <Stack gap="lg">
      <Text size="lg" maw="44rem">
        Everything here is computed by the real model, in this page, on your own text. Seven parts,
        in the order of a lesson; each stands by itself.
      </Text>
      <ol className={styles.parts}>
        {parts.map(({ id, title, question }) => (
          <li key={id}>
            <a className={styles.part} href={`#${addressOf(id)}`}>
              <span className={styles.title}>{title}</span>
              <span>{question}</span>
            </a>
          </li>
        ))}
      </ol>
      <Text>
        For teachers:{' '}
        <Anchor href={`#${addressOf(lessonPlan.id)}`}>a plan for a 45-minute lesson</Anchor>.
      </Text>
    </Stack>
  );
}

function PartView({ part }: { part: Part }) {
  const place = parts.indexOf(part);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []); // the view changed under the focus
  return (
    <Stack gap="lg">
      <nav aria-label="Parts of the lesson" className={styles.crumbs}>
        <Anchor href={`#${LEARN}`}>All parts</Anchor>
        <Neighbour part={parts[place - 1]} word="Before" />
        {place >= 0 && <Neighbour part={parts[place + 1]} word="Next" />}
      </nav>
      <div>
        <Title order={2} ref={heading} tabIndex={-1} className={styles.heading}>
          {part.title}
        </Title>
        <Text c="dimmed">{part.question}</Text>
      </div>
      <Suspense
        fallback={
          <Center mih={240}>
            <Loader role="img" aria-label={`Opening ${part.title}`} />
          </Center>
        }
      >
        <part.Panel />
      </Suspense>
    </Stack>
  );
}

function Neighbour({ part, word }: { part: Part | undefined; word: string }) {
  if (!part) return null;
  return (
    <Anchor href={`#${addressOf(part.id)}`}>
      {word}: {part.title}
    </Anchor>
  );
}
