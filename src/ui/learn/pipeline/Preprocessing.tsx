import { Text } from '@mantine/core';
import type { LookedText } from '../../../core/protocol.ts';
import { count } from '../../parts/format.ts';
import { Disclosure } from '../../parts/Disclosure.tsx';
import type { StageProps } from './stage-props.ts';
import styles from './pipeline.module.css';

/** Letters, and words, shown one by one: enough for a few sentences. */
const MOST_LETTERS = 160;
const MOST_WORDS = 40;

export function Preprocessing({ look: { texts } }: StageProps) {
  return texts.length === 1 ? (
    <Whole text={texts[0]!} />
  ) : (
    <ol className={styles.list}>
      {texts.map((text, i) => (
        <li key={i}>
          <Pieces text={text} />
        </li>
      ))}
    </ol>
  );
}

function Whole({ text }: { text: LookedText }) {
  const changed = text.letters.filter(({ from, to }) => from !== to).length;
  return (
    <>
      <Text size="sm" fw={600}>
        Letter by letter: {count(changed)} of {count(text.letters.length)} changed
      </Text>
      <p className={styles.letters}>
        {text.letters.slice(0, MOST_LETTERS).map(({ from, to }, i) => (
          <span key={i} className={styles.letter} data-changed={from !== to || undefined}>
            {from === to ? from : `${from}→${to === '' ? '∅' : to}`}
          </span>
        ))}
        {text.letters.length > MOST_LETTERS && ' …'}
      </p>
      <Text size="sm" fw={600}>
        Word pieces
      </Text>
      <Pieces text={text} />
      <Disclosure label="Every lookup in the vocabulary" mt="xs">
        <div className={styles.scroll} tabIndex={0} role="region" aria-label="Lookups">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Word</th>
                <th scope="col">Asked for, longest first</th>
              </tr>
            </thead>
            <tbody>
              {text.words.slice(0, MOST_WORDS).map(({ word, tries }, i) => (
                <tr key={i}>
                  <th scope="row">{word}</th>
                  <td>
                    {tries.length === 0 && 'Too long to be read: [UNK]'}
                    {tries.map(({ piece, found }, k) => (
                      <span key={k} className={styles.try} data-found={found || undefined}>
                        {piece}
                        {found ? ' ✓ ' : ' – '}
                      </span>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Disclosure>
    </>
  );
}

function Pieces({ text: { normalized, words } }: { text: LookedText }) {
  return (
    <>
      <code>{normalized}</code>
      <p className={styles.pieces}>
        {words.slice(0, MOST_WORDS).map(({ pieces }, i) => (
          <span key={i} className={styles.word}>
            {pieces.map(({ text }, k) => (
              <code key={k} className={styles.piece}>
                {text}
              </code>
            ))}
          </span>
        ))}
        {words.length > MOST_WORDS && ` … and ${count(words.length - MOST_WORDS)} words more`}
      </p>
    </>
  );
}
