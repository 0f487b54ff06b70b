import { Button, Group, Stack } from '@mantine/core';
import { answeredIn, type Sheet } from '../../../state/learn/quiz/sheet.ts';
import { Notice } from '../../parts/Notice.tsx';

interface Props {
  /** Under way. */
  sheet: Sheet;
  /** The one that the address asks for. */
  seed: number;
  onGoOn: () => void;
  onStart: (seed: number) => void;
}

/** A link leads to one quiz while another is under way. */
export function OtherQuiz({ sheet, seed, onGoOn, onStart }: Props) {
  return (
    <Notice title={`This link starts quiz ${seed}`}>
      <Stack align="start">
        You are in the middle of quiz {sheet.seed}, with {answeredIn(sheet)} of {sheet.slots.length}{' '}
        questions answered. Those answers are forgotten if you start another one.
        <Group>
          <Button onClick={onGoOn}>Go on with quiz {sheet.seed}</Button>
          <Button variant="default" onClick={() => onStart(seed)}>
            Start quiz {seed}
          </Button>
        </Group>
      </Stack>
    </Notice>
  );
}
