import { enginesOf } from '../../core/bench/cells.ts';
import type { Cell } from '../../core/bench/result.ts';
import type { Crew } from '../../core/bench/rig.ts';
import { scoreAlone } from './alone.ts';
import { engineName } from './engine-name.ts';
import { openEngine } from './engines.ts';
import type { OpenDeps } from './open-model.ts';
import type { Ready } from './ready.ts';
import type { Scene } from './scene.ts';
import { warmBatches, warmUp } from './warm.ts';

/**
 * Loads every engine, scores every text alone with it, and warms it up for what it will be given. All stay open side by
 * side, since rounds go from one to the next.
 *
 * @param cells of single-stream and offline
 * @param onCrew told of each crew, to close it in the end
 * @returns by id, in the order of the settings
 */
export async function prepareEngines(
  deps: OpenDeps,
  scene: Scene,
  cells: readonly Cell[],
  onCrew: (crew: Crew) => void,
): Promise<Map<string, Ready>> {
  const { settings, texts, screen, signal } = scene;
  const ready = new Map<string, Ready>();
  for (const id of enginesOf(settings)) {
    const name = engineName(deps, id);
    const own = cells.filter(({ engine }) => engine === id.id);
    await screen.show({ kind: 'loading', engine: name, progress: undefined });
    const open = await openEngine(deps, id, {
      workers: Math.max(1, ...own.map(({ workers }) => workers)),
      firstText: texts.texts[0]!,
      examples: texts.examples,
      seed: settings.seed,
      onProgress: (progress) =>
        void screen[progress ? 'progress' : 'show']({ kind: 'loading', engine: name, progress }),
      onCrew,
      signal,
    });
    signal.throwIfAborted();
    ready.set(id.id, { ...open, ...(await getReady(deps, scene, name, own, open.crew)) });
  }
  return ready;
}

async function getReady(
  { now }: OpenDeps,
  { texts: { texts, lengths }, screen, signal }: Scene,
  engine: string,
  cells: readonly Cell[],
  crew: Crew,
): Promise<Pick<Ready, 'alone' | 'warmUp'>> {
  const total = texts.length;
  await screen.show({ kind: 'alone', engine, done: 0, total });
  const onDone = (done: number) => void screen.progress({ kind: 'alone', engine, done, total });
  const alone = await scoreAlone(crew, texts, { onDone, signal });

  const batches = warmBatches(cells, texts, alone.tokens, lengths);
  const warm: Ready['warmUp'] = [];
  for (const batch of batches) {
    await screen.show({ kind: 'warming', engine, done: warm.length, total: batches.length });
    warm.push(await warmUp(crew, batch, now, signal));
  }
  return { alone, warmUp: warm };
}
