import * as v from 'valibot';
import { AppError, toFailure } from '../../core/failure.ts';
import { encoderHash, encoderOf, OwnModel, ownId } from '../../models/own-model.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../store.ts';
import type { OwnModels } from './train-state.ts';

interface Deps {
  store: Store;
  keep: (models: readonly OwnModel[]) => void;
  saveFile: (file: Blob, name: string) => void;
  chooseModel: (model: Settings['model']) => Promise<void>;
}

/** Models of the user's own that are kept here: a larger one has 200 kB, and a browser keeps 5 MB for a page. */
const MOST_MODELS = 20;

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
  const refuse = (detail: string) =>
    new AppError({ code: 'own-model-file', detail, subject: file });
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

export function ownModelActions({ store, keep, saveFile, chooseModel }: Deps) {
  const list = () => store.getState().ownModels.list;

  function set(models: readonly OwnModel[]) {
    let failure: OwnModels['failure'];
    try {
      keep(models);
    } catch (error) {
      failure = { ...toFailure(error, 'quota'), code: 'quota' };
    }
    store.setState({ ownModels: { list: models, failure } });
  }

  const add = (model: OwnModel) =>
    set([model, ...list().filter(({ id }) => id !== model.id)].slice(0, MOST_MODELS));

  return {
    /** Keeps the head just trained. @param title 1 to 80 characters */
    keepTrained(title: string) {
      const { training } = store.getState();
      if (training.phase !== 'done') return;
      const model: OwnModel = { ...training.result.model, title: title.trim().slice(0, 80) };
      add(model);
      const result = { ...training.result, kept: model.id };
      store.setState({ training: { ...training, result } });
    },
    remove: (id: string) => set(list().filter((model) => model.id !== id)),
    async use(id: string) {
      const model = list().find((one) => one.id === id);
      if (model) await chooseModel(model);
    },
    exportJson(id: string) {
      const model = list().find((one) => one.id === id);
      if (!model) return;
      const plain = model.title.replace(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ').trim();
      const blob = new Blob([JSON.stringify(model)], { type: 'application/json' });
      saveFile(blob, `sentiscope-model ${plain}.json`);
    },
    async importFile(file: File) {
      try {
        add(parseOwnModel(await file.text(), file.name));
      } catch (error) {
        const failure = toFailure(error, 'file-unreadable');
        store.setState(({ ownModels }) => ({ ownModels: { ...ownModels, failure } }));
      }
    },
  };
}
