import { describe, expect, it } from 'vitest';
import { BASE, SMALL } from '../../models/catalogue.ts';
import { madeOwnModel } from '../../models/made-own-model.ts';
import type { OwnModel } from '../../models/own-model.ts';
import type { Settings } from '../settings.ts';
import { createAppStore } from '../store.ts';
import { ownModelActions, parseOwnModel, readOwnModels } from './own-models.ts';
import type { Training } from './train-state.ts';

const other = (title: string, at: number): OwnModel => {
  const model = madeOwnModel({ labels: [title, 'fine'] });
  return { ...model, title, trained: { ...model.trained, at } };
};

function setUp({ kept = [] as OwnModel[], full = false } = {}) {
  let disk: unknown = JSON.parse(JSON.stringify(kept));
  const saved: { blob: Blob; name: string }[] = [];
  const chosen: Settings['model'][] = [];
  const store = createAppStore({ ownModels: { list: readOwnModels(disk), failure: undefined } });
  const actions = ownModelActions({
    store,
    read: () => disk,
    keep(models) {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      disk = JSON.parse(JSON.stringify(models));
    },
    saveFile: (blob, name) => saved.push({ blob, name }),
    chooseModel: async (model) => void chosen.push(model),
  });
  const own = () => store.getState().ownModels;
  const titles = () => own().list.map(({ title }) => title);
  return {
    ...actions,
    store,
    own,
    titles,
    saved,
    chosen,
    onDisk: () => readOwnModels(disk).map(({ title }) => title),
    elsewhere: (models: readonly OwnModel[]) => (disk = models),
  };
}

const trained = (model: OwnModel) =>
  ({ phase: 'done', result: { model, kept: undefined } }) as unknown as Training; // all that is read of it
const fileOf = (content: unknown, name = 'm.json') =>
  new File([typeof content === 'string' ? content : JSON.stringify(content)], name);

describe('keepTrained', () => {
  it('keeps the trained head under its name, once', () => {
    const { keepTrained, store, titles, onDisk } = setUp();
    store.setState({ training: trained(madeOwnModel()) });
    keepTrained('  Parcels  ');
    keepTrained('Better name');
    expect(titles()).toEqual(['Better name']);
    expect(onDisk()).toEqual(['Better name']);
    expect(store.getState().training).toMatchObject({ result: { kept: madeOwnModel().id } });
  });

  it('takes the file’s name for a blank one, and cuts a long one', () => {
    const { keepTrained, store, titles } = setUp();
    store.setState({ training: trained(madeOwnModel()) });
    keepTrained('  ');
    expect(titles()).toEqual(['a.csv']);
    keepTrained('x'.repeat(100));
    expect(titles()).toEqual(['x'.repeat(80)]);
  });

  it('says so where there is no room, and has the model until the page is closed', () => {
    const { keepTrained, store, own, titles } = setUp({ full: true });
    store.setState({ training: trained(madeOwnModel()) });
    keepTrained('Parcels');
    expect(titles()).toEqual(['Parcels']);
    expect(own().failure?.code).toBe('quota');
  });

  it('loses none that another tab has kept meanwhile', () => {
    const { keepTrained, store, elsewhere, onDisk } = setUp();
    elsewhere([other('from the other tab', 2_000)]);
    store.setState({ training: trained(madeOwnModel()) });
    keepTrained('Parcels');
    expect(onDisk()).toEqual(['Parcels', 'from the other tab']);
  });
});

it('removes one for good', () => {
  const { remove, titles, onDisk, store } = setUp({ kept: [madeOwnModel(), other('b', 1)] });
  const { id } = madeOwnModel();
  store.setState({ training: { ...trained(madeOwnModel()) } });
  remove(id);
  expect(titles()).toEqual(['b']);
  expect(onDisk()).toEqual(['b']);
});

it('chooses one as the model that answers', async () => {
  const { use, chosen, own } = setUp({ kept: [madeOwnModel()] });
  await use(own().list[0]!.id);
  await use('gone');
  expect(chosen).toEqual([madeOwnModel()]);
});

describe('export and import', () => {
  it('give the same model back', async () => {
    const from = setUp({ kept: [{ ...madeOwnModel(), title: 'a/b: "late"?' }] });
    from.exportJson(madeOwnModel().id);
    const [{ blob, name }] = from.saved as [{ blob: Blob; name: string }];
    expect(name).toBe('sentiscope-model a b late.json');
    const to = setUp();
    await to.importFile(new File([blob], name));
    expect(to.own().list).toEqual(from.own().list);
    expect(to.own().failure).toBeUndefined();
  });

  it('make another model of a changed file', () => {
    const changed = { ...madeOwnModel(), bias: [9, 9] };
    expect(parseOwnModel(JSON.stringify(changed), 'm.json').id).not.toBe(changed.id);
  });

  it.each([
    ['no JSON', 'late,fine'],
    ['some other JSON', { accuracy: 1 }],
    ['a list', []],
    ['another format', { ...madeOwnModel(), format: 'x' }],
    [
      'other weights of the encoder',
      { ...madeOwnModel(), encoder: { id: SMALL.id, sha256: 'f00' } },
    ],
    [
      'the other encoder’s weights',
      { ...madeOwnModel(), encoder: { ...madeOwnModel().encoder, id: BASE.id } },
    ],
    ['a huge file', ' '.repeat(2_000_001)],
  ])('refuse %s, and name the file', async (_, content) => {
    const { importFile, own } = setUp({ kept: [madeOwnModel()] });
    await importFile(fileOf(content, 'wrong.json'));
    expect(own().failure).toMatchObject({ code: 'own-model-file', subject: 'wrong.json' });
    expect(own().list).toHaveLength(1);
  });
});

it('reads what is whole of what lies in storage, and nothing of the rest', () => {
  expect(readOwnModels([madeOwnModel(), { ...madeOwnModel(), weights: 5 }, null, 'x'])).toEqual([
    madeOwnModel(),
  ]);
  expect(readOwnModels({})).toEqual([]);
  expect(readOwnModels(null)).toEqual([]);
});
