import { Text } from '@mantine/core';
import { BALANCE, QUESTIONS } from '../../../core/learn/quiz/draw.ts';

/** How points are given. */
export function Rules() {
  return (
    <Text size="sm" c="dimmed">
      {QUESTIONS} questions, 1 point each: {BALANCE.easy} easy, {BALANCE.medium} medium,{' '}
      {BALANCE.hard} hard. Where several choices are right: right ticks less wrong ticks, divided by
      the right ones, never under 0. Where things are matched: the share of right pairs. A number
      counts within the range that is given with the answer. “I don’t know” is 0 points.
    </Text>
  );
}
