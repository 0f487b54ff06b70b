import { Button, Group, Progress, Slider, Stack, Table, Text } from '@mantine/core';
import { useEffect } from 'react';
import { grown } from '../../../app.ts';
import { growList, padList } from '../../../core/learn/lens/grown-list.ts';
import { DIMENSIONS } from '../../../models/own-model.ts';
import { batchTokensFor } from '../../../state/start-model.ts';
import { textsOf } from '../../../state/learn/lens.ts';
import { failureText } from '../../parts/failure-text.ts';
import { bytes, count, ms, percent } from '../../parts/format.ts';
import { Notice } from '../../parts/Notice.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { useApp } from '../../use-app.ts';
import styles from './pipeline.module.css';
import { shapeText } from './shape-text.ts';

const SIZES = [1, 3, 10, 30, 100, 300, 1000, 3000, 10_000];

/** What becomes of the tensors, and of the time, as the list grows. */
export function GrowCard() {
  const { size, tokens, run } = useApp((app) => app.grown);
  const seen = useApp(({ lens: { view } }) => (view.phase === 'seen' ? view : undefined));
  const own = useApp(({ lens }) => textsOf(lens.typed).length);
  useEffect(() => {
    if (seen) void grown.count();
  }, [seen]);
  const place = SIZES.indexOf(size);
  const batchTokens = useApp(({ engine: { running } }) =>
    batchTokensFor('wasm', running?.engine ?? 'kernel'),
  );
  const padded = tokens && padList(growList([...tokens], [], size), DIMENSIONS);
  const passTokens = padded && Math.min(padded.tokens, Math.max(batchTokens, padded.columns));

  return (
    <Panel title="A longer list">
      <Stack>
        <Text maw="46rem">
          Your {own === 1 ? 'text' : `${count(own)} texts`}, then our 1,000 everyday reviews, then
          from the start again. Sizes follow from the real token counts; the time is measured only
          when you ask for it.
        </Text>
        <div className={styles.slider}>
          <Text size="sm" fw={500}>
            Texts in the list: {count(size)}
          </Text>
          <Slider
            thumbLabel="Texts in the list"
            min={0}
            max={SIZES.length - 1}
            step={1}
            value={place}
            onChange={(next) => grown.grow(SIZES[next]!)}
            label={null}
            thumbValueText={`${count(size)} texts`}
            marks={SIZES.map((value, i) => ({
              value: i,
              label: [1, 100, 10_000].includes(value) ? count(value) : undefined,
            }))}
            mb="lg"
          />
        </div>
        {padded && passTokens ? (
          <div className={styles.scroll} tabIndex={0} role="region" aria-label="Sizes of the list">
            <Table withTableBorder maw="46rem">
              <Table.Tbody>
                <Row name="Token ids and mask">
                  2 × {shapeText([padded.texts, padded.columns])}, {bytes(padded.inputBytes)}
                </Row>
                <Row name="Features, in one padded batch">
                  {shapeText([padded.texts, padded.columns, DIMENSIONS])},{' '}
                  {bytes(padded.featureBytes)} for each such tensor; a layer makes several
                </Row>
                <Row name="Logits">
                  {shapeText([padded.texts, 3])}, {bytes(padded.logitBytes)}
                </Row>
                <Row name="Padding">
                  {percent(padded.padding, 1)} of {count(padded.texts * padded.columns)} places;{' '}
                  {count(padded.tokens)} hold a token
                </Row>
                <Row name="As this page scores it on the processor">
                  texts one behind the other, without padding: at most{' '}
                  {shapeText([passTokens, DIMENSIONS])}, {bytes(4 * passTokens * DIMENSIONS)} a
                  tensor
                </Row>
              </Table.Tbody>
            </Table>
          </div>
        ) : (
          run.phase !== 'failed' && <Text c="dimmed">Counting tokens …</Text>
        )}
        <Clock />
      </Stack>
    </Panel>
  );
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <Table.Tr>
      <Table.Th scope="row">{name}</Table.Th>
      <Table.Td>{children}</Table.Td>
    </Table.Tr>
  );
}

function Clock() {
  const { size, run } = useApp((app) => app.grown);
  if (run.phase === 'running')
    return (
      <Group>
        <Progress value={(100 * run.done) / run.size} aria-label="Texts scored" flex="1 1 10rem" />
        <Text size="sm">
          {count(run.done)} of {count(run.size)} scored
        </Text>
        <Button variant="default" onClick={grown.stop}>
          Stop
        </Button>
      </Group>
    );
  return (
    <Stack align="start" gap="xs">
      <Button variant="default" onClick={() => void grown.measure()}>
        Measure the time for {count(size)} {size === 1 ? 'text' : 'texts'}
      </Button>
      {run.phase === 'failed' && (
        <Notice color="red" title="Not measured">
          {failureText(run.failure)}
        </Notice>
      )}
      {run.phase === 'done' && (
        <Text role="status">
          {count(run.size)} {run.size === 1 ? 'text' : 'texts'} as a list: {ms(run.listMs)}, that is{' '}
          {ms(run.listMs / run.size)} a text. One text alone, waited for: {ms(run.aloneMs)} (median
          of nine). {run.engine}. The Benchmark measures the same with care.
        </Text>
      )}
    </Stack>
  );
}
