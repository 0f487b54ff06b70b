import * as v from 'valibot';
import { AppError, toFailure } from '../../core/failure.ts';
import { encoderHash, encoderOf, OwnModel, ownId } from '../../models/own-model.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../store.ts';
import type { OwnModels } from './train-state.ts';

interface Deps {
  store: Store;
  /** Models kept on this device, by this tab or another; what is not there any more is nothing. */
  read: () => unknown;
  /** @throws where storage is forbidden or full */
  keep: (models: readonly OwnModel[]) => void;
  saveFile: (file: Blob, name: string) => void;
  chooseModel: (model: Settings['model']) => Promise<void>;
}

/** A model of 50 labels has 250 kB. */
const LARGEST_FILE = 2_000_000;

/** @returns the models in it that are whole; nothing for what an older release, or somebody else, has written */
export function readOwnModels(kept: unknown): OwnModel[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((one: unknown) => {
    const { success, output } = v.safeParse(OwnModel, one);
    return success ? output : [];
  });
}

/**
 * Reads an exported model. Its id is worked out anew, so that a changed file is another model.
 *
 * @throws AppError own-model-file for anything but a model that fits the bundled encoders
 */
export function parseOwnModel(json: string, file: string): OwnModel {
  const refuse = (detail: string) => notOurs(detail, file);
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch (error) {
    throw refuse(String(error));
  }
  const { success, output, issues } = v.safeParse(OwnModel, content);
  if (!success) throw refuse(`${v.getDotPath(issues[0]) ?? 'content'}: ${issues[0].message}`);
  const known = encoderHash(encoderOf(output));
  if (output.encoder.sha256 !== known)
    throw refuse(`made with other weights of ${output.encoder.id} than this page has`);
  return { ...output, id: ownId(output) };
}

export function ownModelActions({ store, read, keep, saveFile, chooseModel }: Deps) {
  const list = () => store.getState().ownModels.list;

  /** What this tab knows and what another one has kept since, newest first. */
  function known(): OwnModel[] {
    const here = list();
    const others = readOwnModels(read()).filter(({ id }) => here.every((one) => one.id !== id));
    return [...here, ...others].sort((a, b) => b.trained.at - a.trained.at);
  }

  function set(models: readonly OwnModel[]) {
    let failure: OwnModels['failure'];
    try {
      keep(models);
    } catch (error) {
      failure = { ...toFailure(error, 'quota'), code: 'quota' };
    }
    store.setState({ ownModels: { list: models, failure } });
  }

  const add = (model: OwnModel) => set([model, ...known().filter(({ id }) => id !== model.id)]);

  return {
    /** Keeps the head just trained. @param title at most 80 characters count */
    keepTrained: (title: string) => {
      const { training } = store.getState();
      if (training.phase !== 'done') return;
      const { model: trained } = training.result;
      const model: OwnModel = { ...trained, title: titleFrom(title) ?? trained.trained.from };
      add(model);
      const result = { ...training.result, kept: model.id };
      store.setState({ training: { ...training, result } });
    },
    remove: (id: string) => {
      set(known().filter((model) => model.id !== id));
      const { training } = store.getState();
      if (training.phase === 'done' && training.result.kept === id)
        store.setState({
          training: { ...training, result: { ...training.result, kept: undefined } },
        });
    },
    use: async (id: string) => {
      const model = list().find((one) => one.id === id);
      if (model) await chooseModel(model);
    },
    exportJson: (id: string) => {
      const model = list().find((one) => one.id === id);
      if (!model) return;
      const plain = model.title.replace(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ').trim();
      const blob = new Blob([JSON.stringify(model)], { type: 'application/json' });
      saveFile(blob, `sentiscope-model ${plain}.json`);
    },
    importFile: async (file: File) => {
      try {
        if (file.size > LARGEST_FILE) throw notOurs(`${file.size} bytes`, file.name);
        add(parseOwnModel(await file.text(), file.name));
      } catch (error) {
        const failure = { subject: file.name, ...toFailure(error, 'file-unreadable') };
        store.setState(({ ownModels }) => ({ ownModels: { ...ownModels, failure } }));
      }
    },
  };
}

const titleFrom = (typed: string) => typed.trim().slice(0, 80).trim() || undefined;

const notOurs = (detail: string, subject: string) =>
  new AppError({ code: 'own-model-file', detail, subject });
