import { toFailure } from '../core/failure.ts';
import type { HubListing } from '../core/hub.ts';
import type { Label } from '../core/sentiment.ts';
import { guessClasses } from '../models/labels.ts';
import type { HubChoice } from '../models/chosen.ts';
import type { Store } from './store.ts';
import type { HubLookup } from './hub-state.ts';

interface Deps {
  store: Store;
  lookUp: (id: string, host: string) => Promise<HubListing>;
  chooseModel: (model: HubChoice) => Promise<void>;
}

export function hubActions({ store, lookUp, chooseModel }: Deps) {
  const show = (hub: HubLookup) => store.setState({ hub });
  let asked = 0;

  /** Asks the hub for a model's file list and class names. */
  async function look(id: string, host: string) {
    const mine = ++asked;
    const address = host.endsWith('/') ? host : `${host}/`;
    show({ phase: 'looking', id, host: address });
    try {
      const listing = await lookUp(id, address);
      if (mine !== asked) return;
      const { id2label, files } = listing;
      const names = Object.keys(id2label)
        .sort((a, b) => Number(a) - Number(b))
        .map((key) => id2label[key]!);
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
      show({
        phase: 'found',
        id,
        host: address,
        listing,
        names,
        classes: guessClasses(id2label),
        bytes,
      });
    } catch (error) {
      if (mine === asked)
        show({ phase: 'failed', id, failure: toFailure(error, 'download-failed') });
    }
  }

  /** Says what class `index` of the model found counts as. */
  function setClass(index: number, label: Label) {
    const { hub } = store.getState();
    if (hub.phase !== 'found') return;
    show({ ...hub, classes: hub.classes.map((old, i) => (i === index ? label : old)) });
  }

  /** Downloads and starts the model found, once every class has a meaning. */
  async function agree() {
    const { hub } = store.getState();
    if (hub.phase !== 'found') return;
    const classes = hub.classes.filter((label) => label !== undefined);
    if (classes.length < hub.classes.length) return;
    close();
    await chooseModel({
      source: 'hub',
      id: hub.id,
      host: hub.host,
      classes,
      files: hub.listing.files,
    });
  }

  function close() {
    asked += 1; // an answer still under way is no longer wanted
    show({ phase: 'idle' });
  }

  return { look, setClass, agree, close };
}
