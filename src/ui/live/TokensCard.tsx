import { Badge, Button, Card, Group, Text, Title } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import type { Piece } from '../../core/protocol.ts';
import { count } from '../parts/format.ts';
import { useApp } from '../use-app.ts';
import styles from './TokensCard.module.css';

/** More are drawn only when asked for: a long text has thousands, drawn anew with each answer. */
const SHOWN = 120;

/** The text as the model sees it. */
export function TokensCard() {
  const answer = useDeferredValue(useApp(({ live }) => live.answer));
  const [all, setAll] = useState(false);
  if (!answer) return null;

  const { pieces, prediction } = answer;
  const shown = all ? pieces : pieces.slice(0, SHOWN);
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="tokens-title">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5" id="tokens-title">
          As the model sees it
        </Title>
        {prediction.windows > 1 && (
          <Badge variant="default" tt="none">
            {prediction.windows} windows, averaged
          </Badge>
        )}
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {count(pieces.length)} word pieces. ## goes on with the word before it; a dashed frame marks
        what the model adds by itself.
      </Text>
      <ol className={styles.pieces} aria-label="Word pieces">
        {shown.map((piece, i) => (
          <Chip key={i} piece={piece} />
        ))}
      </ol>
      {pieces.length > SHOWN && (
        <Button
          size="compact-sm"
          variant="subtle"
          mt="sm"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? `Show the first ${SHOWN}` : `Show all ${count(pieces.length)}`}
        </Button>
      )}
    </Card>
  );
}

function Chip({ piece: { text, id, special } }: { piece: Piece }) {
  const goesOn = text.startsWith('##');
  return (
    <li
      className={styles.piece}
      data-special={special || undefined}
      data-goes-on={goesOn || undefined}
      title={special ? `special token, id ${id}` : `id ${id}`}
    >
      {goesOn && <span className={styles.hashes}>##</span>}
      {goesOn ? text.slice(2) : text}
    </li>
  );
}
