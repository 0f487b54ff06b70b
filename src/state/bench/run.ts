import { planCells } from '../../core/bench/cells.ts';
import { FORMAT, VERSION, type BenchResult, type Warning } from '../../core/bench/result.ts';
import type { Crew } from '../../core/bench/rig.ts';
import type { BenchSettings } from '../../core/bench/settings.ts';
import { toFailure } from '../../core/failure.ts';
import { createLedger, type Ledger } from './ledger.ts';
import type { BenchDeps } from './deps.ts';
import { machineName } from './machine-name.ts';
import { measurePaint } from './paint.ts';
import { prepareEngines } from './prepare.ts';
import type { Ready } from './ready.ts';
import { measureRounds } from './rounds.ts';
import type { Scene } from './scene.ts';
import { createScreen } from './screen.ts';
import { measureServer } from './server.ts';
import { createSight } from './sight.ts';
import type { Step } from './state.ts';
import { benchTexts } from './texts.ts';
import { isSlowerAfter, warningsBefore } from './warnings.ts';

export interface RunOrder {
  settings: BenchSettings;
  guess: number | undefined;
  startedAt: number;
  onStep: (step: Step) => void;
  onPause: (paused: boolean) => void;
  signal: AbortSignal;
}

/** Of the time cap, where there are rounds as well. */
const SERVER_SHARE = 0.25;

/**
 * One benchmark run from start to end: machine and texts; every engine loaded, heard alone and warmed up; rounds; arrivals;
 * paint. Whatever happens, its workers are let go.
 *
 * @throws AppError when something fails; 'cancelled' where nothing was complete when it was cancelled. Else a cancelled
 *   run resolves with what was complete.
 */
export async function runBenchmark(
  deps: BenchDeps,
  { settings, guess, startedAt, onStep, onPause, signal }: RunOrder,
): Promise<BenchResult> {
  const { surroundings, now } = deps;
  const crews: Crew[] = [];
  const warnings = new Set<Warning>();
  let discarded = 0;
  const beganAt = now();
  const screen = createScreen(onStep, surroundings, now);
  const onHidden = () => warnings.add('hidden');
  const sight = createSight(surroundings, signal, { onPause, onHidden });
  const close = () => crews.forEach((crew) => crew.close());
  signal.addEventListener('abort', close); // nobody else needs them: a request under way need not be waited for

  try {
    await screen.show({ kind: 'preparing' });
    const machine = await surroundings.machine();
    const lagMs = await surroundings.timerLag();
    const beforeMs = await surroundings.calibrate();
    const texts = await benchTexts(deps, settings, signal);
    const discard = () => void (discarded += 1);
    const scene: Scene = { settings, texts, sight, screen, discard, now, signal };
    const cells = planCells(settings);
    const engines = await prepareEngines(deps, scene, cells, (crew) => crews.push(crew));
    const [first] = engines.values();
    const workerTickMs = await first!.crew.tickMs();
    const { scoring } = deps.store.getState();
    warningsBefore({ machine, workerTickMs }, { settings, scoring }, { lagMs, beforeMs }).forEach(
      (warning) => warnings.add(warning),
    );

    const ledger = createLedger(engines, texts.given, now());
    const end = await measure(deps, scene, { cells, engines, ledger, beforeMs });
    if (!end.complete) warnings.add('cancelled');
    if (isSlowerAfter(beforeMs, end.afterMs)) warnings.add('slower-after');
    const { app, library, runtime } = deps.versions;
    return {
      format: FORMAT,
      version: VERSION,
      id: deps.randomId(),
      name: machineName(machine),
      startedAt,
      tookMs: now() - beganAt,
      settings,
      complete: end.complete,
      versions: { app, library, runtime },
      machine: { ...machine, workerTickMs },
      calibration: { beforeMs, afterMs: end.afterMs },
      warnings: [...warnings],
      discarded,
      guess: guess ?? null,
      texts: { count: texts.texts.length, given: [...texts.given], perRound: texts.perRound },
      engines: [...engines.values()].map(({ record, alone: { tokens, labels }, warmUp }) => ({
        ...record,
        warmUp,
        tokens,
        alone: labels,
      })),
      cells: ledger.close(),
      paintMs: end.paintMs,
    };
  } finally {
    sight.stop();
    close();
  }
}

/** All that is timed. Cancelled after the first complete round, it ends with what there is. */
async function measure(
  { surroundings }: BenchDeps,
  scene: Scene,
  order: {
    cells: ReturnType<typeof planCells>;
    engines: ReadonlyMap<string, Ready>;
    ledger: Ledger;
    beforeMs: readonly number[];
  },
): Promise<{ complete: boolean; paintMs: number[]; afterMs: number[] }> {
  const { cells, engines, ledger } = order;
  const { settings, screen, sight, signal } = scene;
  const capMs = settings.seconds * 1000;
  const serves = settings.scenarios.includes('server');
  const serverMs = !serves ? 0 : cells.length === 0 ? capMs : capMs * SERVER_SHARE;
  let paintMs: number[] = [];
  try {
    if (cells.length > 0) await measureRounds(scene, engines, cells, ledger, capMs - serverMs);
    if (serves)
      await measureServer({ ...scene, until: surroundings.until }, engines, ledger, serverMs);
    await screen.show({ kind: 'painting' });
    const [{ alone }] = engines.values() as unknown as [Ready];
    paintMs = await measurePaint(surroundings, sight, alone.labels);
    return { complete: true, paintMs, afterMs: await surroundings.calibrate() };
  } catch (error) {
    const cancelled = signal.aborted && toFailure(error, 'inference-failed').code === 'cancelled';
    if (!cancelled || ledger.isEmpty()) throw error;
    return { complete: false, paintMs, afterMs: [] };
  }
}
