import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { saveFile } from '../../../app.ts';
import type { Look } from '../../../core/protocol.ts';
import { bytes, count } from '../../parts/format.ts';
import { Disclosure } from '../../parts/Disclosure.tsx';
import { featuresCsv } from './features-csv.ts';
import { HeatMap } from './HeatMap.tsx';
import type { StageProps } from './stage-props.ts';
import styles from './pipeline.module.css';

/** Rows drawn of one text. */
const MOST_ROWS = 24;
/** Features of a token written out as numbers; all of them are in the file. */
const WRITTEN = 8;

/** The vectors as colours, and as numbers. */
export function Features({ look, name }: StageProps) {
  const [layer, setLayer] = useState('embedded');
  const { texts, columns, dimensions } = look;
  const tensor = layer === 'embedded' ? look.embedded : look.hidden;
  return (
    <Stack gap="sm">
      <SegmentedControl
        size="xs"
        aria-label={`Layer, ${name}`}
        value={layer}
        onChange={setLayer}
        data={[
          { value: 'embedded', label: 'Before the first layer' },
          { value: 'hidden', label: 'After the last layer' },
        ]}
      />
      {texts.map(({ text, pieces }, row) => {
        const from = row * columns * dimensions;
        return (
          <HeatMap
            key={row}
            label={`Features of “${text.slice(0, 60)}”: ${columns} rows, one a token, ${dimensions} columns`}
            values={tensor.subarray(from, from + Math.min(columns, MOST_ROWS) * dimensions)}
            columns={dimensions}
            rows={pieces.slice(0, MOST_ROWS).map((piece, i) => ({
              name: piece.text,
              isPadding: look.mask[row * columns + i] === 0,
            }))}
          />
        );
      })}
      {columns > MOST_ROWS && (
        <Text size="sm" c="dimmed">
          The first {MOST_ROWS} of {columns} tokens are drawn.
        </Text>
      )}
      <Text size="sm" c="dimmed">
        Red is above 0, blue below, pale near 0; hatched rows are padding. {count(tensor.length)}{' '}
        numbers, {bytes(tensor.byteLength)}.
      </Text>
      <Disclosure label="Numbers">
        <Numbers look={look} tensor={tensor} name={name} />
        <Group mt="xs">
          <Button
            size="xs"
            variant="default"
            onClick={() => saveFile(featuresCsv(look, tensor), `features-${layer}.csv`)}
          >
            Save all {count(dimensions)} columns as CSV
          </Button>
        </Group>
      </Disclosure>
    </Stack>
  );
}

interface NumbersProps {
  look: Look;
  tensor: Float32Array;
  name: string;
}

function Numbers({ look: { texts, columns, dimensions }, tensor, name }: NumbersProps) {
  const heads = Array.from({ length: WRITTEN }, (_, d) => d);
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={`${name}, numbers`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Token</th>
            {heads.map((d) => (
              <th key={d} scope="col">
                {d + 1}
              </th>
            ))}
            <th scope="col">… {dimensions}</th>
          </tr>
        </thead>
        <tbody>
          {texts.flatMap(({ pieces }, row) =>
            pieces.slice(0, MOST_ROWS).map(({ text }, i) => {
              const at = (row * columns + i) * dimensions;
              return (
                <tr key={`${row} ${i}`}>
                  <th scope="row">
                    {texts.length > 1 && `${row + 1} `}
                    {text}
                  </th>
                  {heads.map((d) => (
                    <td key={d}>{tensor[at + d]!.toFixed(3)}</td>
                  ))}
                  <td>{tensor[at + dimensions - 1]!.toFixed(3)}</td>
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
    </div>
  );
}
