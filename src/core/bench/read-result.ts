import * as v from 'valibot';
import { AppError } from '../failure.ts';
import { BenchResult, FORMAT, VERSION, type CellResult } from './result.ts';

const Envelope = v.looseObject({ format: v.literal(FORMAT), version: v.number() });

/**
 * Reads a result that somebody exported.
 *
 * @param file its name, for the sentence
 * @throws AppError bench-file, with what is wrong and where, for anything that is no whole result of this version
 */
export function readResult(json: string, file: string): BenchResult {
  const refuse = (detail: string) => new AppError({ code: 'bench-file', detail, subject: file });
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    throw refuse('it is not JSON');
  }
  const envelope = v.safeParse(Envelope, data);
  if (!envelope.success) throw refuse('it is JSON, but no benchmark result');
  const { version } = envelope.output;
  if (version !== VERSION)
    throw refuse(
      `it has format version ${version}, this page reads ${VERSION}: ` +
        (version > VERSION ? 'reload this page for a newer one' : 'measure again'),
    );
  const result = v.safeParse(BenchResult, data);
  if (!result.success) {
    const [issue] = result.issues;
    throw refuse(`at ${v.getDotPath(issue) ?? 'its top'}: ${issue.message}`);
  }
  const fault = faultOf(result.output);
  if (fault) throw refuse(fault);
  return result.output;
}

/** What a schema can't say: that the parts of a result know each other. */
function faultOf(result: BenchResult): string | undefined {
  const { startedAt, guess, texts, engines, cells } = result;
  if (Number.isNaN(new Date(startedAt).getTime())) return 'it was started at no date';
  if (guess !== null && !(guess > 0)) return 'its guess is no ratio';
  if (texts.given.length !== texts.count) return 'its labels are not as many as its texts';
  for (const { id, tokens, alone } of engines)
    if (tokens.length !== texts.count || alone.length !== texts.count)
      return `engine ${id} has not scored as many texts as there are`;
  const twice =
    repeated(engines.map(({ id }) => id)) ?? repeated(cells.map(({ cell: { id } }) => id));
  if (twice !== undefined) return `${twice} is there twice`;
  const ids = new Set(engines.map(({ id }) => id));
  for (const cell of cells) {
    const fault = cellFault(cell, ids, texts.count);
    if (fault) return `${cell.cell.id} ${fault}`;
  }
  return undefined;
}

function cellFault(
  { cell, samples, rounds }: CellResult,
  engines: ReadonlySet<string>,
  texts: number,
): string | undefined {
  if (!engines.has(cell.engine)) return 'was measured with an engine that is missing';
  if (cell.scenario === 'server' && !(cell.rate! > 0)) return 'lacks its rate'; // undefined is not above 0 either
  if (samples.some((sample) => sample.texts.some((text) => text >= texts)))
    return 'scored a text that is missing';
  if (samples.some((sample) => sample.texts.length === 0)) return 'has an empty sample';
  if (rounds.some(({ reviews }) => reviews === 0)) return 'has an empty round';
  if (repeated(rounds.map(({ round }) => round)) !== undefined) return 'has a round twice';
  return undefined;
}

function repeated<T>(list: readonly T[]): T | undefined {
  const seen = new Set<T>();
  return list.find((item) => seen.size === seen.add(item).size);
}
