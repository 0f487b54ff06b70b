import { Center, Loader, Stack } from '@mantine/core';
import { useState } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { useApp } from '../../use-app.ts';
import { addressOf } from '../address.ts';
import { OtherQuiz } from './OtherQuiz.tsx';
import { Past } from './Past.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import { Result } from './Result.tsx';
import { seedAddress, seedIn } from './seed.ts';
import { StartCard } from './StartCard.tsx';
import { quiz } from './quiz.ts';

/** The same place under another address: Back leads to where one came from. */
const goTo = (address: string) => window.location.replace(`#${address}`);

/** Ten questions drawn by a seed: to choose, one by one, and the result. The address names the seed. */
export function QuizPart() {
  const [location] = useHashLocation();
  const { sheet, at, checking, past } = useApp((app) => app.quiz);
  const [starting, setStarting] = useState(false);
  const seed = seedIn(location);

  async function start(chosen: number) {
    setStarting(true);
    goTo(seedAddress(chosen));
    await quiz.start(chosen); // reads the newest benchmark first
    setStarting(false);
  }

  if (starting)
    return (
      <Center mih={240}>
        <Loader role="img" aria-label="Drawing ten questions" />
      </Center>
    );

  const shown = sheet && (seed === undefined || seed === sheet.seed) ? sheet : undefined;
  if (shown?.slots[at])
    return (
      <QuestionCard key={`${shown.startedAt} ${at}`} sheet={shown} at={at} checking={checking} />
    );
  if (sheet?.finishedAt === null && seed !== undefined && !Number.isNaN(seed))
    return (
      <OtherQuiz
        sheet={sheet}
        seed={seed}
        onGoOn={() => goTo(seedAddress(sheet.seed))}
        onStart={start}
      />
    );

  return (
    <Stack gap="lg">
      {shown ? (
        <Result
          key={shown.startedAt}
          sheet={shown}
          onStart={start}
          onLeave={() => {
            quiz.leave();
            goTo(addressOf('quiz'));
          }}
        />
      ) : (
        <StartCard key={seed} seed={seed} onStart={start} />
      )}
      <Past
        past={past.filter((each) => each.startedAt !== shown?.startedAt)}
        onOpen={({ seed: opened, startedAt }) => {
          quiz.open(startedAt);
          goTo(seedAddress(opened));
        }}
      />
    </Stack>
  );
}
