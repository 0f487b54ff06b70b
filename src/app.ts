import {
  askForNotifications,
  keepAwake,
  notificationsAllowed,
  notify,
} from './client/attention.ts';
import { createPool } from './client/pool.ts';
import { findCapabilities } from './client/capabilities.ts';
import { lookUpHubModel } from './client/hub.ts';
import { locks } from './client/locks.ts';
import { onDemand } from './client/on-demand.ts';
import { createRig } from './client/rig.ts';
import { RUNTIMES } from './client/runtime.ts';
import { download, picker } from './client/save-file.ts';
import { createStudio } from './client/studio.ts';
import {
  spawnArchive,
  spawnBencher,
  spawnImporter,
  spawnScorer,
  spawnTrainer,
} from './client/spawn.ts';
import { surroundings } from './client/surroundings.ts';
import { watchUpdates } from './client/updates.ts';
import { createPredict } from './core/predict.ts';
import { answeringOf } from './models/chosen.ts';
import { benchActions } from './state/bench/actions.ts';
import { cascadeActions } from './state/cascade.ts';
import { readCascade } from './state/cascade-state.ts';
import { engineActions } from './state/engine.ts';
import { createGpuMemory } from './state/gpu-memory.ts';
import { hubActions } from './state/hub.ts';
import { createMappingMemory } from './state/intake-memory.ts';
import { fetchSample, type SampleName } from './state/intake-sample.ts';
import { intakeActions } from './state/intake.ts';
import { resultsFileActions } from './state/results-file.ts';
import { keepingActions } from './state/keeping.ts';
import { callsActions } from './state/learn/calls.ts';
import { createEmbeddings } from './state/learn/embeddings.ts';
import { grownActions } from './state/learn/grown.ts';
import { lensActions } from './state/learn/lens.ts';
import { measuredActions } from './state/learn/measured.ts';
import { recordActions } from './state/learn/records.ts';
import type { QuizDeps } from './state/learn/quiz/actions.ts';
import { reviewsReader } from './state/learn/reviews.ts';
import { ownModelActions, readOwnModels } from './state/learn/own-models.ts';
import { trainDataActions } from './state/learn/train-data.ts';
import { trainingActions } from './state/learn/training.ts';
import { whenActions } from './state/learn/when.ts';
import { verifyActions } from './state/learn/verify.ts';
import { trialActions } from './state/learn/trial.ts';
import { liveActions } from './state/live.ts';
import { resultsActions } from './state/results.ts';
import { runsActions } from './state/runs.ts';
import { scoringActions } from './state/scoring.ts';
import { readSettings } from './state/settings.ts';
import { createAppStore } from './state/store.ts';
import { firstSpeaker } from './state/until.ts';
import { cacheStore, clearKept, listKept } from './storage/files.ts';
import {
  cascadeStore,
  gpuStore,
  mappingStore,
  quizStore,
  settingsStore,
} from './storage/local-stores.ts';
import { ownModelStore } from './storage/own-models.ts';
import { addressOf, finishedText } from './ui/batch/address.ts';
import { followDrops } from './ui/batch/followed-drops.ts';
import { followLinkedTexts } from './ui/live/link.ts';

// The one place where workers, storage, store and actions meet. It holds no logic.

export const store = createAppStore({
  settings: readSettings(settingsStore.read()),
  cascade: readCascade(cascadeStore.read()),
  ownModels: { list: readOwnModels(ownModelStore.read()), failure: undefined },
});
const scorer = createPool(spawnScorer);

const answering = () => answeringOf(store.getState().engine.running?.model);
export const predict = createPredict(scorer.score, answering);

const modelBase = new URL(`${import.meta.env.BASE_URL}models/`, document.baseURI).href;
const sampleUrl = (name: SampleName) => `${import.meta.env.BASE_URL}samples/${name}`;

export const keeping = keepingActions({ store, listKept, clearKept });
export const engine = engineActions({
  store,
  scorer,
  findCapabilities,
  runtimes: RUNTIMES,
  modelBase,
  keepSettings: settingsStore.write,
  listKept,
  onKept: () => void keeping.refresh(),
  gpuMemory: createGpuMemory(gpuStore),
  versions: { app: __VERSION__, ...__LIBRARIES__ },
  now: () => performance.now(),
});
export const hub = hubActions({ store, lookUp: lookUpHubModel, chooseModel: engine.chooseModel });
export const live = liveActions({ store, score: scorer.score });
export const cascade = cascadeActions({
  store,
  scorer,
  modelBase,
  keep: cascadeStore.write,
  onKept: () => void keeping.refresh(),
});
const importer = onDemand(spawnImporter, {
  inspect: true,
  survey: true,
  store: true,
  examples: true,
});
const archive = onDemand(spawnArchive, {
  list: true,
  create: true,
  open: true,
  rename: true,
  remove: true,
  forget: true,
  endReading: true,
  settle: true,
  todo: true,
  keep: true,
  query: true,
  rows: true,
  correct: true,
  summary: true,
  terms: true,
  compare: true,
  export: true,
  benchmarks: true,
  benchmark: true,
  keepBenchmark: true,
  removeBenchmark: true,
});
export const scoring = scoringActions({
  store,
  importer,
  archive,
  scorer,
  locks,
  companion: cascade.companion,
  onStart: (run) => {
    location.hash = addressOf(run.id);
    void runs.persist();
  },
  onWork: () => keepAwake(true),
  onRest: (run) => {
    keepAwake(false);
    cascade.learn(run);
    if (run.status === 'finished') notify(...finishedText(run));
  },
});
export const attention = { allowed: notificationsAllowed, ask: askForNotifications };
export const runs = runsActions({
  store,
  archive,
  storage: navigator.storage,
  close: scoring.close,
});
export const intake = intakeActions({
  store,
  importer,
  score: scorer.score,
  start: scoring.start,
  sampleUrl,
  memory: createMappingMemory(mappingStore),
});
export const resultsFile = resultsFileActions({
  store,
  importer,
  archive,
  close: intake.close,
  onOpened: (run) => {
    location.hash = addressOf(run.id);
    void runs.persist();
  },
});
export const results = resultsActions({
  store,
  archive,
  predict,
  files: { pick: picker(), download },
});
const sampleText = async (name: SampleName, signal: AbortSignal) =>
  (await fetchSample(sampleUrl(name), name, signal)).text();
const bencher = onDemand(spawnBencher, { prepare: true, score: true, tick: true, figures: true });
export const bench = benchActions({
  store,
  rig: createRig(spawnScorer, spawnBencher),
  surroundings,
  findCapabilities,
  archive,
  figures: (result) => bencher.figures(result),
  runtimes: RUNTIMES,
  modelBase,
  fetchSample: sampleText,
  versions: { app: __VERSION__, ...__LIBRARIES__ },
  randomId: () => crypto.getRandomValues(new Uint32Array(3)).join('-'),
  now: () => performance.now(),
  today: Date.now,
  saveFile: download,
});
const studio = createStudio(spawnScorer, { runtime: RUNTIMES.plain, modelBase });
export const lens = lensActions({ store, studio });
const readReviews = reviewsReader({ fetchSample: sampleText });
export const grown = grownActions({
  store,
  studio,
  score: scorer.score,
  readReviews,
  now: () => performance.now(),
});
export const trainData = trainDataActions({
  store,
  importer,
  fetchSample: (name, signal) => fetchSample(sampleUrl(name), name, signal),
});
const embedAll = createEmbeddings(studio);
export const training = trainingActions({
  store,
  embedAll,
  trainer: onDemand(spawnTrainer, { begin: true, step: true, finish: true, learningCurve: true }),
  now: () => performance.now(),
  today: Date.now,
});
export const trial = trialActions({ store, embedAll });
export const ownModels = ownModelActions({
  store,
  read: ownModelStore.read,
  keep: ownModelStore.write,
  saveFile: download,
  chooseModel: engine.chooseModel,
});
export const measured = measuredActions({
  store,
  archive,
  figures: (result) => bencher.figures(result),
});
export const when = whenActions({
  store,
  score: scorer.score,
  readReviews,
  now: () => performance.now(),
  today: Date.now,
});
export const calls = callsActions({ store, predict, now: () => performance.now() });
const fetchModelFile = (path: string, init?: RequestInit) => fetch(`${modelBase}${path}`, init);
export const records = recordActions({ store, fetchFile: fetchModelFile });
export const verification = verifyActions({
  store,
  modelBase,
  kept: (spec) => cacheStore.get(spec),
  fetchFile: fetchModelFile,
});
/** For the quiz's actions, which come with its view: the bank of questions is not part of the page's start. */
export const quizDeps: QuizDeps = {
  store,
  predict,
  labels: () => answering().labels,
  refreshMeasured: measured.refresh,
  kept: quizStore,
  today: Date.now,
};
export const gpuOf = async () => (await findCapabilities()).gpu;
/** Hands over something that the page has made itself. */
export const saveFile = download;
followDrops((files) => void intake.open(files));
followLinkedTexts(live.setText); // before the router sees the address

export const reloadToUpdate = watchUpdates({
  after: firstSpeaker(store),
  onUpdate: () => store.setState({ updateReady: true }),
  onOffline: () => store.setState({ opensOffline: true }),
});

Object.assign(window, { sentiscope: { predict, benchmark: bench.run, version: __VERSION__ } });
