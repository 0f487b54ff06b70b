import { toFailure, type Failure } from '../core/failure.ts';
import type { Intake, Inspection, Reading } from '../core/intake.ts';
import type { Scorer } from '../core/scorer.ts';
import type { Asks } from '../core/wire.ts';
import { createCounting } from './intake-counting.ts';
import { forLabels, labelsIn } from './intake-labels.ts';
import { carryOver, recall, remember, withColumn, withLabel, type Role } from './intake-mapping.ts';
import type { MappingMemory } from './intake-memory.ts';
import { fetchSample, type SampleName } from './intake-sample.ts';
import { canStart, draftIn, IDLE, type Draft, type IntakeState } from './intake-state.ts';
import { modelReady } from './until.ts';
import type { NewRun } from './scoring.ts';
import type { Store } from './store.ts';

interface Deps {
  store: Store;
  importer: Asks<Intake>;
  score: Scorer['score'];
  /** Creates the run and opens it; rejects with an AppError. */
  start: (order: NewRun) => Promise<void>;
  /** Absolute or relative to the page. */
  sampleUrl: (name: SampleName) => string;
  memory: MappingMemory;
}

export function intakeActions({ store, importer, score, start, sampleUrl, memory }: Deps) {
  /** For everything about the file at hand. */
  let run = new AbortController();
  /** For the newest way to read it. */
  let reading = new AbortController();
  /** The choices behind the inspection on show. */
  let used: Partial<Reading> = {};

  const show = (intake: IntakeState) => store.setState({ intake });
  const draft = () => draftIn(store.getState().intake);
  const labels = () => labelsIn(store.getState());
  const counting = createCounting({ store, importer, score });
  const set = (change: Partial<Draft>) => {
    const current = draft();
    if (current) show({ ...current, ...change });
  };

  /** Reads the beginning of the first of these files; it replaces what is under way. */
  async function open(files: readonly File[]) {
    const [file] = files;
    if (file) await openFrom(file.name, async () => file, files.length - 1);
  }

  /** Takes a pasted text as a file. */
  async function openText(text: string) {
    if (text.trim() !== '') await open([new File([text], 'Pasted text', { type: 'text/plain' })]);
  }

  async function openSample(name: SampleName) {
    await openFrom(name, (signal) => fetchSample(sampleUrl(name), name, signal), 0);
  }

  async function openFrom(
    name: string,
    get: (signal: AbortSignal) => Promise<File>,
    ignored: number,
  ) {
    run.abort();
    run = new AbortController();
    const { signal } = run;
    show({ phase: 'inspecting', name });
    try {
      const file = await get(signal);
      signal.throwIfAborted();
      const inspection = await importer.inspect({ file, reading: {} }, { signal });
      if (signal.aborted) return;
      used = {};
      show(newDraft(file, ignored, inspection));
      await survey();
    } catch (error) {
      if (!signal.aborted)
        show({ phase: 'failed', name, failure: toFailure(error, 'file-unreadable') });
    }
  }

  const newDraft = (file: File, ignored: number, inspection: Inspection): Draft => ({
    phase: 'draft',
    file,
    ignored,
    inspection,
    chosen: {},
    rereading: false,
    refused: undefined,
    ...recall(inspection, labels(), memory),
    survey: { phase: 'none' },
    estimate: { phase: 'none' },
    starting: false,
    startFailure: undefined,
  });

  /** Reads the file another way. Another format starts from scratch: what was chosen belongs to the old one. */
  async function chooseReading(change: Partial<Reading>) {
    const current = draft();
    if (!current) return;
    reading.abort();
    reading = new AbortController();
    const signal = AbortSignal.any([run.signal, reading.signal]);
    const chosen = change.format ? change : { ...current.chosen, ...change };
    counting.stop();
    set({ chosen, rereading: true, refused: undefined });
    try {
      const inspection = await importer.inspect(
        { file: current.file, reading: chosen },
        { signal },
      );
      if (signal.aborted) return;
      used = chosen;
      set({ inspection, rereading: false, ...carryOver(draft()!, inspection, labels(), memory) });
    } catch (error) {
      if (signal.aborted) return;
      const refused = toFailure(error, 'file-unreadable');
      set({ chosen: used, rereading: false, refused });
    }
    await survey();
  }

  async function chooseColumn(role: Role, index: number | undefined) {
    const current = draft();
    if (!current) return;
    const mapping = withColumn(current.mapping, role, index, current.inspection, labels());
    set({ mapping, mappingFrom: 'chosen' });
    const counted =
      mapping.text !== current.mapping.text || mapping.label !== current.mapping.label;
    if (counted) await survey();
  }

  function chooseLabel(value: string, label: string | null) {
    const current = draft();
    if (current) set({ mapping: withLabel(current.mapping, value, label), mappingFrom: 'chosen' });
  }

  const survey = () => counting.survey(run.signal);

  /** Hands the file over to be scored, counted to the end or not, and remembers what was chosen for it. */
  async function begin() {
    const current = draft();
    if (!current || !canStart(current)) return;
    const { signal } = run;
    const { file, inspection, survey: counts } = current;
    counting.stop();
    set({ starting: true, startFailure: undefined });
    remember(current.mapping, inspection, labels(), memory);
    const goBack = async (startFailure: Failure | undefined) => {
      set({ starting: false, startFailure });
      if (counts.phase !== 'done') await survey();
      else if (current.estimate.phase !== 'done') await counting.measure();
    };
    // Not left to `start`: a model may take minutes to arrive, and until then this can be cancelled.
    const ready = await modelReady(store, signal);
    if (signal.aborted) return;
    if (!ready) return goBack(undefined);
    const { mapping } = draft()!; // the model that came may have other labels
    try {
      await start({
        file,
        reading: inspection.reading,
        mapping,
        columns: inspection.columns.map(({ name }) => name),
        problems: counts.phase === 'done' ? counts.survey.problems : inspection.problems,
        ...(counts.phase === 'done' && { rows: counts.survey.rows }),
      });
      if (!signal.aborted) close();
    } catch (error) {
      if (signal.aborted) return;
      await goBack(toFailure(error, 'storage-forbidden'));
    }
  }

  let before = labels();
  store.subscribe(() => {
    const now = labels();
    const current = draft();
    const same = now.length === before.length && now.every((label, i) => label === before[i]);
    before = now;
    if (same || !current) return;
    const choice = forLabels(current, now, memory);
    set(choice);
    if (choice.mapping.label !== current.mapping.label && !current.starting) void survey();
  });

  /** Puts the file away, and gives up what is under way for it. */
  function close() {
    run.abort();
    show(IDLE);
  }

  return {
    open,
    openText,
    openSample,
    chooseReading,
    chooseColumn,
    chooseLabel,
    surveyAgain: survey,
    start: begin,
    close,
  };
}
