import type { Failure, FailureCode } from '../../core/failure.ts';

/** What is wrong and what to do about it. `subject` stands for the file or model concerned. */
const TEXTS: Record<FailureCode, (subject: string | undefined) => string> = {
  'browser-too-old': () =>
    'This browser lacks something the model needs. Update it, or open this page in a current Chrome, Edge, Firefox or Safari.',
  offline: (subject) =>
    `You are offline, and ${subject ?? 'a file that is needed'} is not kept on this device yet. Connect once, then try again.`,
  'file-missing': (subject) =>
    `${subject ?? 'A file that is needed'} was not found on the server. Check the address, or tell whoever runs this site; then try again.`,
  'file-altered': (subject) =>
    `${subject ?? 'A file'} arrived damaged twice, so it was not used. Something between you and the server may be changing it: try again, or use another network.`,
  'download-failed': (subject) =>
    `${subject ?? 'A file'} could not be downloaded. Check your connection and try again; what has arrived is kept.`,
  'runtime-missing': () =>
    'The program that runs the model could not be loaded. Reload the page; if that does not help, the site is missing a file.',
  'model-unreadable': (subject) =>
    `${subject ?? 'The model'} arrived whole, but could not be opened. Choose another model, or reload the page and try again.`,
  'model-unsupported': (subject) =>
    `${subject ?? 'This model'} cannot run here: a text-classification model with a tokenizer.json and an onnx/model_quantized.onnx is needed. Choose another one.`,
  'out-of-memory': () =>
    'There was not enough memory. Close other tabs, or choose fewer workers or the smaller model, then try again.',
  cancelled: () => 'This was stopped before it was finished. Start it again whenever you like.',
  'worker-crashed': () =>
    'A part of the page that works in the background stopped unexpectedly. Try again; if it keeps happening, choose fewer workers or the smaller model.',
  'gpu-absent': () =>
    'This browser offers no GPU to web pages. Choose WASM, which runs on every machine.',
  'gpu-lost': () =>
    'The GPU was taken away, by a driver update or to save power. Try again, or choose WASM.',
  'gpu-wrong': () =>
    'The GPU gave wrong results in a test with known answers, so it is not used. Choose WASM.',
  'wrong-output': () =>
    'The model answered with something that is not a prediction, so nothing is shown. Reload the page, or choose another model.',
  'inference-failed': () =>
    'The model failed on this text. Try again; if it keeps failing, reload the page.',
  'model-changed': () =>
    'Another model was chosen meanwhile. Choose the earlier one again to go on, or start anew with this one.',
  'examples-few': () =>
    'There is too little to learn from: at least two labels with six different texts each are needed. Choose another label column, or add labelled texts.',
  'examples-one-label': () =>
    'All texts have the same label, so there is nothing to tell apart. Choose another label column, or add texts with other labels.',
  'examples-numbers': () =>
    'This column measures something: it holds too many different numbers to be labels. Choose another column, or put the numbers into a few named classes first, such as low and high.',
  'own-model-file': (subject) =>
    `${subject ?? 'This file'} is not a model that was trained on this page, or was changed since. Choose a JSON file that “Export” in Learn, “Train your own”, has written.`,
  'bad-input': (subject) =>
    `${subject ?? 'The input'} cannot be used here. Change it and try again.`,
  'file-empty': (subject) =>
    `${subject ?? 'The file'} is empty: there is nothing in it to score. Choose another file.`,
  'file-binary': (subject) =>
    `${subject ?? 'The file'} is neither text nor a format that can be read here. Save it as CSV, Excel (.xlsx), JSON, Parquet or plain text, then drop it again.`,
  'file-encrypted': (subject) =>
    `${subject ?? 'The workbook'} is protected by a password. Open it in your spreadsheet program, save a copy without a password, and drop that.`,
  'file-damaged': (subject) =>
    `${subject ?? 'The file'} is damaged: not even its beginning could be read. Save or download it again, then drop it again.`,
  'file-too-large': (subject) =>
    `${subject ?? 'The file'} is too large for its format, which has to be held in memory as a whole. Save it as CSV or Parquet: those are read piece by piece, at any size.`,
  'file-unreadable': (subject) =>
    `${subject ?? 'The file'} can no longer be read: it was moved, changed or closed to this page since it was chosen. Choose it again.`,
  'results-file': (subject) =>
    `${subject ?? 'The file'} holds results that cannot be taken as they are: a row has no whole set of probabilities, or was scored by another model than the rows before it. Score it again instead.`,
  'no-text': () => 'No row holds a text to score. Choose another text column, or another file.',
  quota: () =>
    'This device, or the share of it that the browser grants, is full. Everything scored so far is kept and can be exported; delete earlier runs or free some space, then go on.',
  'storage-forbidden': () =>
    'This browser lets the page store nothing here, as in a private window or with site data blocked. Allow site data, or use an ordinary window: a file is scored from storage, so that nothing is lost.',
  'run-missing': () =>
    'This run is no longer kept on this device. Choose another one, or score the file again.',
  'run-elsewhere': () =>
    'Another tab is scoring this run. Its results show up here; pause or close that tab to go on here.',
  'bench-running': () =>
    'A benchmark is running already. Wait for it, or cancel it, then start again.',
  'bench-wrong': (subject) =>
    `${subject ?? 'A variant'} gave other answers when it was timed than it gives untimed, so its speed means nothing and the run was ended. Try another device or fewer workers.`,
  'record-unreadable': (subject) =>
    `${subject ?? 'A file'} came, but does not hold what this page expects. Reload the page, in case it is an old copy; if that does not help, tell whoever runs this site.`,
  'bench-file': (subject) =>
    `${subject ?? 'This file'} is no benchmark result that this page can read. Export it again there, as JSON, with a current version of the page.`,
};

/** One or two sentences for the user; the failure's own `detail` is for a details line. */
export function failureText({ code, subject }: Failure): string {
  return TEXTS[code](subject);
}
