import { createPool } from './client/pool.ts';
import { findCapabilities } from './client/capabilities.ts';
import { lookUpHubModel } from './client/hub.ts';
import { RUNTIMES } from './client/runtime.ts';
import { spawnScorer } from './client/spawn.ts';
import { watchUpdates } from './client/updates.ts';
import { createPredict } from './core/predict.ts';
import { uncertainBelow } from './models/chosen.ts';
import { engineActions } from './state/engine.ts';
import { hubActions } from './state/hub.ts';
import { keepingActions } from './state/keeping.ts';
import { liveActions } from './state/live.ts';
import { readSettings } from './state/settings.ts';
import { createAppStore } from './state/store.ts';
import { clearKept, listKept } from './storage/files.ts';
import { settingsStore } from './storage/settings.ts';
import { followLinkedTexts } from './ui/live/link.ts';

// The one place where workers, storage, store and actions meet. It holds no logic.

export const store = createAppStore({ settings: readSettings(settingsStore.read()) });
const scorer = createPool(spawnScorer);

const threshold = () => {
  const model = store.getState().engine.running?.model;
  return model ? uncertainBelow(model) : 0;
};
export const predict = createPredict(scorer.score, threshold);

export const keeping = keepingActions({ store, listKept, clearKept });
export const engine = engineActions({
  store,
  scorer,
  findCapabilities,
  runtimes: RUNTIMES,
  modelBase: new URL(`${import.meta.env.BASE_URL}models/`, document.baseURI).href,
  keepSettings: settingsStore.write,
  listKept,
  onKept: () => void keeping.refresh(),
});
export const hub = hubActions({ store, lookUp: lookUpHubModel, chooseModel: engine.chooseModel });
export const live = liveActions({ store, score: scorer.score, predict, uncertainBelow: threshold });
followLinkedTexts(live.setText); // before the router sees the address

export const reloadToUpdate = watchUpdates({
  onUpdate: () => store.setState({ updateReady: true }),
  onOffline: () => store.setState({ opensOffline: true }),
});

Object.assign(window, { sentiscope: { predict, version: __VERSION__ } });
