import { List, Text } from '@mantine/core';
import type { Figures } from '../../../core/bench/figures.ts';
import type { BenchResult } from '../../../core/bench/result.ts';
import { Disclosure } from '../../parts/Disclosure.tsx';
import { count, duration, ms } from '../../parts/format.ts';
import { Panel } from '../../parts/Panel.tsx';
import { oddities } from './conditions-text.ts';

/** How the numbers came about, and what was odd about single ones. */
export function MethodCard({ result, figures }: { result: BenchResult; figures: Figures }) {
  const odd = oddities(figures, result);
  const { machine, versions } = result;
  return (
    <Panel title="How this was measured">
      <Text size="sm">
        {machine.userAgent}; {machine.cores} {machine.cores === 1 ? 'core' : 'cores'}
        {machine.memoryGb !== null && `, at least ${machine.memoryGb} GB`}
        {machine.adapter && `, ${machine.adapter.name}`};{' '}
        {machine.isolated ? 'isolated' : 'not isolated'}; the clock steps by {ms(machine.tickMs)}.
        Sentiscope {versions.app}, transformers.js {versions.library}, onnxruntime-web{' '}
        {versions.runtime}. Took {duration(result.tookMs / 1000)}.
      </Text>
      <Disclosure label="Method" mt="xs">
        <List size="sm" spacing={4}>
          {methodLines(result).map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      </Disclosure>
      <Disclosure label="Terms" mt="xs">
        <List size="sm" spacing={4}>
          {TERMS.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      </Disclosure>
      {odd.length > 0 && (
        <Disclosure label={`What was odd about single variants (${odd.length})`} mt="xs">
          <List size="sm" spacing={4}>
            {odd.map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        </Disclosure>
      )}
    </Panel>
  );
}

function methodLines({ settings, texts, cells, engines }: BenchResult): string[] {
  const rounds = Math.max(0, ...cells.map((cell) => cell.rounds.length));
  const samples = cells.reduce((sum, cell) => sum + cell.samples.length, 0);
  const answers = cells.reduce((sum, { check }) => sum + check.answers, 0);
  const [tolerance] = engines.map((engine) => engine.tolerance);
  return [
    `${count(texts.count)} texts, drawn and put in order by seed ${settings.seed}: the same on every machine that is asked the same.`,
    'Models and texts are loaded first, in workers of the benchmark’s own; no answer comes out of a cache.',
    'Each batch size is warmed up at each length until two medians in a row agree within 5%, at most ten times.',
    `${count(rounds)} rounds, each of ${count(texts.perRound)} texts for every variant, in an order drawn anew: a machine that slows down hits all alike.`,
    `A cell ends with 30 samples and rounds, or when ${duration(settings.seconds)} are up.`,
    `${count(samples)} samples, all of them kept, drawn and exported; none is deleted.`,
    'A ratio is the median, over the rounds, of one variant’s time over the other’s.',
    'Intervals are 95% percentile bootstrap intervals from 2,000 resamples. “No clear difference” is said whenever a ratio’s interval holds 1, or fewer than five rounds were done.',
    `${count(answers)} timed answers were held against the same texts scored alone, untimed: alone, they must agree within the tolerance of the model’s probe set${tolerance === undefined ? '' : ` (${tolerance})`}; in a padded batch at least nine in ten.`,
    'While the tab is hidden nothing counts: the round it touches is measured again.',
  ];
}

const TERMS: readonly string[] = [
  'Real time, SingleStream in MLPerf’s words: the next request is sent when the last is answered.',
  'Batch, Offline: all texts are known from the start; what counts is how many are done in a second (throughput).',
  'Arrivals, Server: requests come by themselves at random moments, and wait in a queue while the worker is busy.',
  'Latency: from sending a request to its answer. Throughput: answers a second.',
  'Median: half of the samples are shorter, half longer. 95% interval: made so that in about 95 of 100 such runs it holds the true value.',
  'p95: 95 of 100 samples are at most as long. p99 is given from 200 samples on.',
  'MAD: median absolute deviation from the median; samples further than three of them, scaled, are called outliers.',
  'Tokens: the word pieces that the model reads; padding fills short texts up to the longest of their batch.',
];
