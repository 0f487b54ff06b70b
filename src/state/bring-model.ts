import { SMALL, BASE } from '../models/catalogue.ts';
import { dtypeFor, filesOf, type Chosen } from '../models/chosen.ts';
import { speakerIn, type Running } from './engine-state.ts';
import { areKept, type ListKept } from './keeping.ts';
import { tryEach, type Attempt } from './plan-devices.ts';
import { startModel, type Order, type StartDeps } from './start-model.ts';
import type { Store } from './store.ts';

export interface BringDeps extends StartDeps {
  store: Store;
  listKept: ListKept;
  /** Told when files may have come or gone. */
  onKept: () => void;
}

type Circumstances = Pick<Order, 'found' | 'workersOn' | 'show' | 'signal' | 'judgeGpu'>;

/** How a stand-in runs: our kernel needs no general runtime, so that little has to come before the first answer. */
const AS_STAND_IN: Attempt = { device: 'wasm', engine: 'kernel', fallback: undefined };

/** Starts the chosen model, by the first attempt that succeeds. Where it is long in coming, a small one speaks meanwhile. */
export async function bringModel(
  deps: BringDeps,
  model: Chosen,
  attempts: readonly Attempt[],
  order: Circumstances,
): Promise<Running> {
  if (await wantsStandIn(deps, model, attempts)) await bringStandIn(deps, order);
  return tryEach(attempts, (attempt) => startModel(deps, { model, attempt, ...order }));
}

/** Where nothing speaks yet, the accurate model has to come over the network, and our kernel may run it. */
async function wantsStandIn(
  { store, modelBase, listKept }: BringDeps,
  model: Chosen,
  attempts: readonly Attempt[],
): Promise<boolean> {
  if (speakerIn(store.getState().engine) || model !== BASE) return false;
  if (!attempts.some(({ engine }) => engine === 'kernel')) return false;
  const files = filesOf(model, dtypeFor(attempts[0]!.device), modelBase);
  return !areKept(files, await listKept());
}

/** A stand-in that can't be had is no loss: the chosen model comes all the same. */
async function bringStandIn(deps: BringDeps, order: Circumstances) {
  try {
    const model = SMALL;
    const standIn = await startModel(deps, {
      ...order,
      model,
      attempt: AS_STAND_IN,
      workersOn: () => 1,
      standIn: true,
    });
    deps.store.setState(({ engine }) => ({ engine: { ...engine, standIn } }));
    deps.onKept();
  } catch (error) {
    if (order.signal.aborted) throw error;
    console.warn('No stand-in:', error);
  }
}
