import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { DIFFICULTIES, TOPICS, type Topic } from '../../../core/learn/quiz/question.ts';
import {
  knownOf,
  pointsAt,
  questionOf,
  sumBy,
  sumUp,
  type Sheet,
} from '../../../state/learn/quiz/sheet.ts';
import { CopyText } from '../../parts/CopyText.tsx';
import { percent } from '../../parts/format.ts';
import { Panel } from '../../parts/Panel.tsx';
import { AnswerList } from './AnswerList.tsx';
import { placeOf } from './places.ts';
import { plain, pointsText } from './points-text.ts';
import styles from './quiz.module.css';
import { Rules } from './Rules.tsx';
import { classLink, newSeed } from './seed.ts';
import { when } from './when.ts';

interface Props {
  /** Finished. */
  sheet: Sheet;
  onStart: (seed: number) => void;
  /** To the choice of another quiz. */
  onLeave: () => void;
}

/** The result of a quiz: score, what to read again, and every question. Prints as a whole. */
export function Result({ sheet, onStart, onLeave }: Props) {
  const total = sumUp(sheet.slots);
  const topics = Object.keys(TOPICS) as Topic[]; // keys of that record
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Stack gap="lg">
      <section className={styles.card} aria-labelledby="quiz-result">
        <Stack>
          <div>
            <Title order={3} size="h5" id="quiz-result" ref={heading} tabIndex={-1}>
              Result of quiz {sheet.seed}
            </Title>
            <p className={styles.score}>{pointsText(total)}</p>
            <Text c="dimmed">
              {percent(total.points / total.of)}, finished {when(sheet.finishedAt!)}
            </Text>
          </div>
          <Group className={styles.controls}>
            <Button onClick={() => onStart(newSeed())}>Another ten</Button>
            <Button variant="default" onClick={() => onStart(sheet.seed)}>
              The same ten again
            </Button>
            <CopyText done="Link copied" text={classLink(sheet.seed)} label="Link to this quiz">
              Copy a link for the class
            </CopyText>
            <Button variant="default" onClick={() => window.print()}>
              Print
            </Button>
            <Button variant="default" onClick={onLeave}>
              Choose a quiz
            </Button>
          </Group>
          <div className={styles.sums}>
            <Sums
              title="By difficulty"
              rows={sumBy(sheet.slots, DIFFICULTIES, ({ difficulty }) => difficulty)}
              name={(each) => each}
            />
            <Sums
              title="By topic"
              rows={sumBy(sheet.slots, topics, ({ topic }) => topic)}
              name={(each) => TOPICS[each]}
            />
          </div>
          <Rules />
        </Stack>
      </section>
      <Panel title="What to read again">
        <ReadAgain sheet={sheet} />
      </Panel>
      <Panel title="Every question">
        <AnswerList sheet={sheet} />
      </Panel>
    </Stack>
  );
}

function Sums<T extends string>({
  title,
  rows,
  name,
}: {
  title: string;
  rows: readonly { group: T; points: number; of: number }[];
  name: (group: T) => string;
}) {
  return (
    <table className={styles.table}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Points</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ group, points, of }) => (
          <tr key={group}>
            <th scope="row">{name(group)}</th>
            <td>
              {plain(points)} of {of}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where points were lost. */
function ReadAgain({ sheet }: { sheet: Sheet }) {
  const lost = sheet.slots.filter((slot) => pointsAt(slot) < 1);
  if (lost.length === 0) return <Text>Nothing: every answer was right.</Text>;
  const topicsAt = new Map<string, { place: ReturnType<typeof placeOf>; topics: Set<string> }>();
  for (const slot of lost) {
    const place = placeOf(knownOf(slot)!.read); // of a finished sheet, all are known
    const entry = topicsAt.get(place.href) ?? { place, topics: new Set() };
    entry.topics.add(TOPICS[questionOf(slot).topic]);
    topicsAt.set(place.href, entry);
  }
  return (
    <ul className={styles.places}>
      {[...topicsAt.values()].map(({ place: { title, href }, topics }) => (
        <li key={href}>
          <Anchor href={href} underline="always">
            {title}
          </Anchor>
          : {[...topics].join(', ')}
        </li>
      ))}
    </ul>
  );
}
