import { cellId, planCells } from './cells.ts';
import { createRandom } from './random.ts';
import {
  FORMAT,
  VERSION,
  type BenchResult,
  type Cell,
  type CellResult,
  type Sample,
} from './result.ts';
import { perRound, roundBatches } from './rounds.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

/** ms a token. */
const COST: Record<string, number> = {
  'sentiscope-base wasm': 0.3,
  'sentiscope-small wasm': 0.1,
  vader: 0.001,
};

/** For tests: a run of a machine that takes 1 ms a request and so much for each token, and never wavers. */
export function madeResult(change: Partial<BenchResult> = {}): BenchResult {
  const settings = {
    ...DEFAULT_SETTINGS,
    devices: ['wasm' as const],
    models: ['sentiscope-base', 'sentiscope-small', 'vader'],
    batchSizes: [1, 4],
    texts: { kind: 'everyday' as const, count: 64 },
  };
  const random = createRandom(1);
  const tokens = Array.from({ length: 64 }, () => 8 + Math.floor(random() * 60));
  const size = perRound(settings.batchSizes);
  const server: Omit<Cell, 'id'> = {
    engine: 'sentiscope-base wasm',
    scenario: 'server',
    workers: 1,
    batchSize: 1,
    plan: 'file',
    rate: 20,
  };
  const cells = [...planCells(settings), { id: cellId(server), ...server }];
  return {
    format: FORMAT,
    version: VERSION,
    id: 'made',
    name: 'A made machine',
    startedAt: 0,
    tookMs: 60_000,
    settings,
    complete: true,
    versions: { app: '1', library: '1', runtime: '1' },
    machine: {
      userAgent: 'made',
      cores: 4,
      memoryGb: 8,
      isolated: false,
      adapter: null,
      charging: null,
      tickMs: 0.001,
      workerTickMs: 0.001,
    },
    calibration: { beforeMs: [10, 10, 10], afterMs: [11, 11, 11] },
    warnings: [],
    discarded: 0,
    guess: null,
    texts: { count: 64, given: tokens.map((_, i) => (i % 3) as 0 | 1 | 2), perRound: size },
    engines: Object.keys(COST).map((id) => ({
      id,
      model: id.split(' ')[0]!,
      title: id,
      kind: id === 'vader' ? ('lexicon' as const) : ('transformer' as const),
      device: id === 'vader' ? ('javascript' as const) : ('wasm' as const),
      dtype: id === 'vader' ? null : 'q8',
      key: id,
      trainedOn: null,
      files: null,
      loadMs: [100],
      firstMs: 30,
      warmUp: [],
      tolerance: 0.1,
      pads: id !== 'vader',
      tokens,
      // Every fourth is wrong.
      alone: tokens.map((_, i) => ((i + Number(i % 4 === 0)) % 3) as 0 | 1 | 2),
    })),
    cells: cells.map((cell) => madeCell(cell, tokens, size)),
    paintMs: [8, 9, 10],
    ...change,
  };
}

function madeCell(cell: Cell, tokens: readonly number[], size: number): CellResult {
  const samples: Sample[] = [];
  const rounds: CellResult['rounds'] = [];
  for (let round = 0; round < 10; round++) {
    const { batchSize, plan } = cell;
    const batches = roundBatches({ tokens, batchSize, plan, perRound: size, round });
    let wallMs = 0;
    for (const texts of batches) {
      const longest = Math.max(...texts.map((i) => tokens[i]!));
      const paddedTokens = longest * texts.length;
      const inferenceMs = paddedTokens * COST[cell.engine]!;
      const ms = 1 + inferenceMs;
      const queueMs = cell.scenario === 'single-stream' ? 0 : wallMs;
      samples.push({
        round: cell.scenario === 'server' ? 0 : round,
        atMs: round * 1000 + wallMs,
        ms: cell.scenario === 'server' ? ms + 10 : ms,
        queueMs: cell.scenario === 'server' ? 10 : queueMs,
        tokenizeMs: 0.5,
        inferenceMs,
        postprocessMs: 0.1,
        worker: 0,
        texts,
        tokens: texts.reduce((sum, i) => sum + tokens[i]!, 0),
        paddedTokens,
      });
      wallMs += ms / cell.workers;
    }
    if (cell.scenario !== 'server') rounds.push({ round, reviews: size, wallMs });
  }
  const check = {
    answers: samples.length * cell.batchSize,
    texts: 64,
    largest: 0,
    beyond: 0,
    flips: 0,
    labelled: 64,
    correct: 48,
    correctAlone: 48,
  };
  return { cell, rounds, samples, check };
}
