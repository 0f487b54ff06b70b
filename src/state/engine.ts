import { defaultWorkers, type Capabilities } from '../core/capabilities.ts';
import { AppError, toFailure } from '../core/failure.ts';
import type { EngineName } from '../core/protocol.ts';
import { devicesOf, engineOf, titleOf, type Chosen } from '../models/chosen.ts';
import {
  isUnderWay,
  speakerIn,
  type EngineState,
  type Fallback,
  type Loading,
  type Running,
} from './engine-state.ts';
import { planDevices, planProcessor, type Attempt } from './plan-devices.ts';
import { chosenModel, engineChoice, type DeviceChoice, type Settings } from './settings.ts';
import { bringModel, type BringDeps } from './bring-model.ts';
import { deviceTrials, type TrialDeps } from './device-trial.ts';
import { areKept } from './keeping.ts';
import { startModel, type Order } from './start-model.ts';

interface Deps extends BringDeps, TrialDeps {
  findCapabilities: () => Promise<Capabilities>;
  keepSettings: (settings: Settings) => void;
}

export function engineActions({ findCapabilities, keepSettings, ...bringing }: Deps) {
  const { store, scorer, listKept, onKept } = bringing;
  let run = new AbortController();
  /** What the running model was started with: kept for the next visit, and returned to when a load is given up. */
  let settled: Settings | undefined;
  let can: Capabilities | undefined;

  const trials = deviceTrials(bringing);

  const set = (change: Partial<EngineState>) =>
    store.setState(({ engine }) => ({ engine: { ...engine, ...change } }));
  const updateRunning = (change: Partial<Running>) => {
    const { running } = store.getState().engine;
    if (running) set({ running: { ...running, ...change } });
  };

  scorer.watch((event) => {
    const { running, standIn, loading } = store.getState().engine;
    switch (event.kind) {
      case 'workers':
        updateRunning({ workers: { ready: event.ready, wanted: event.wanted } });
        break;
      case 'restarted':
        updateRunning({ restarts: (running?.restarts ?? 0) + 1, lastCrash: event.failure });
        break;
      case 'gave-up':
        set({ running: undefined, standIn: undefined });
        if (isUnderWay(loading)) break; // its successor is on its way
        if (standIn) break; // why there is nothing else has been said
        if (running?.device === 'webgpu') {
          // A GPU that keeps dying is no engine; WASM is.
          if (settled) store.setState({ settings: settled });
          const lost: Fallback = { why: 'gpu-lost', detail: event.failure.detail };
          const { settings } = store.getState();
          const engine = engineOf(chosenModel(settings), 'wasm', engineChoice(settings));
          void startWith(planProcessor(engine, lost));
        } else set({ loading: { phase: 'failed', failure: event.failure } });
    }
  });

  const title = () => titleOf(chosenModel(store.getState().settings));

  /** At the page's start: as `start`, but a hub model that is not kept here waits for the user's word. */
  async function resume() {
    const { signal } = run;
    const model = chosenModel(store.getState().settings);
    if (model.source === 'hub' && !areKept(model.files, await listKept())) {
      if (signal.aborted) return; // the user chose meanwhile
      scorer.fail({ code: 'cancelled', detail: 'waiting for agreement', subject: title() });
      set({ loading: { phase: 'asking', model } });
    } else if (!signal.aborted) await start();
  }

  /** Loads the chosen model on the chosen device, or on what comes closest. Replaces a load in progress. */
  async function start() {
    await startWith();
  }

  async function startWith(attempts?: Attempt[]) {
    run.abort();
    run = new AbortController();
    const { signal } = run;
    const show = (loading: Loading) => {
      if (!signal.aborted) set({ loading }); // a replaced or cancelled load draws nothing more
    };

    show({ phase: 'checking' });
    try {
      const { settings } = store.getState();
      const model = chosenModel(settings);
      const found = (can = await findCapabilities());
      refuseOldBrowser(found);
      signal.throwIfAborted();
      const among = amongOf(settings, found);
      const { device } = settings;
      const plan = attempts
        ? { attempts }
        : trials.plan(among, device, planDevices(device, devicesOf(model), found, among.engine));
      const order = { found, workersOn, show, signal, judgeGpu: trials.judge(among) };
      const running =
        goOn(model, plan.attempts, found) ??
        (await bringModel(bringing, model, plan.attempts, order));
      signal.throwIfAborted();
      store.setState({
        engine: { running: { ...running, trial: plan.trial }, loading: { phase: 'none' } },
      });
      settle(settings);
      if (!plan.challenger) return;
      const go = (attempt: Attempt, judgeGpu: Order['judgeGpu']) =>
        startModel(bringing, { ...order, model, attempt, judgeGpu });
      const outcome = await trials.challenge(among, plan.challenger, { go, show, signal });
      signal.throwIfAborted();
      if (outcome.winner) set({ running: outcome.winner });
      else if (store.getState().engine.running) updateRunning(outcome.loser);
      else return await startWith(planProcessor(among.engine, outcome.loser.fallback)); // it gave up meanwhile
      set({ loading: { phase: 'none' } });
    } catch (error) {
      if (signal.aborted) return; // whoever aborted it has spoken
      const failure = toFailure(error, 'inference-failed');
      scorer.fail(failure);
      set({ loading: { phase: 'failed', failure } });
    } finally {
      onKept();
    }
  }

  /** What is wanted may be what runs, as when WebGPU is asked for and there is none: nothing to load, only to explain. */
  function goOn(model: Chosen, [first]: readonly Attempt[], found: Capabilities) {
    const { running } = store.getState().engine;
    const now = speakerIn(store.getState().engine);
    if (now?.model !== model || now.device !== first?.device) return undefined;
    if (now.engine !== first.engine) return undefined;
    if (running) return { ...running, fallback: first.fallback };
    const wanted = workersOn(now, found);
    scorer.promote(wanted);
    return { ...now, fallback: first.fallback, workers: { ready: 1, wanted } };
  }

  function workersOn(
    { device, engine }: Pick<Attempt, 'device' | 'engine'>,
    found: Capabilities,
  ): number {
    if (device === 'webgpu') return 1;
    return store.getState().settings.workers ?? defaultWorkers(found, engine);
  }

  /**
   * Gives up the load in progress, or one that failed. A model that was running before goes on, with its settings; a stand-in
   * goes on as such.
   */
  function cancel() {
    run.abort();
    const { running } = store.getState().engine;
    if (running) {
      if (settled) store.setState({ settings: settled });
      set({ loading: { phase: 'none' } });
    } else {
      scorer.fail({ code: 'cancelled', detail: 'stopped by the user', subject: title() });
      set({ loading: { phase: 'stopped' } });
    }
  }

  function change(settings: Partial<Settings>) {
    store.setState((state) => ({ settings: { ...state.settings, ...settings } }));
  }

  /** A choice is kept for the next visit once it has proved to work. */
  function settle(settings: Settings) {
    settled = withWorkers(settings, store.getState().settings.workers);
    keepSettings(settled);
  }

  return {
    resume,
    start,
    cancel,
    chooseModel: async (model: Settings['model']) => {
      change({ model });
      await start();
    },
    /** All at once: what an earlier run was scored with. */
    choose: async (model: Settings['model'], device: DeviceChoice, engine?: EngineName) => {
      change({ model, device, ...(engine && { engine }) });
      await start();
    },
    chooseDevice: async (device: DeviceChoice) => {
      change({ device });
      await start();
    },
    chooseEngine: async (engine: EngineName) => {
      change({ engine });
      await start();
    },
    /** Forgets what was measured of the GPU and the processor, and measures it again. */
    measureAgain: async () => {
      if (can) trials.forget(amongOf(store.getState().settings, can));
      await start();
    },
    /** @param workers 1 to 8, or undefined to leave it to the page */
    chooseWorkers: (workers: number | undefined) => {
      store.setState(({ settings }) => ({ settings: withWorkers(settings, workers) }));
      if (settled) settle(settled);
      const { running } = store.getState().engine;
      if (can && running) scorer.resize(workersOn(running, can));
    },
  };
}

function amongOf(settings: Settings, found: Capabilities) {
  const model = chosenModel(settings);
  return { model, found, engine: engineOf(model, 'wasm', engineChoice(settings)) };
}

function withWorkers({ model, device, engine }: Settings, workers: number | undefined): Settings {
  return {
    model,
    device,
    ...(engine && { engine }),
    ...(workers !== undefined && { workers }),
  };
}

function refuseOldBrowser(can: Capabilities) {
  const missing = [
    !can.moduleWorkers && 'module workers',
    !can.wasmSimd && 'WebAssembly SIMD',
  ].filter(Boolean);
  if (missing.length > 0)
    throw new AppError({ code: 'browser-too-old', detail: `missing: ${missing.join(', ')}` });
}
