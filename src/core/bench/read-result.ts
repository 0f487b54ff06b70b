import * as v from 'valibot';
import { AppError } from '../failure.ts';
import { BenchResult, FORMAT, VERSION } from './result.ts';

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
function faultOf({ texts, engines, cells }: BenchResult): string | undefined {
  if (texts.given.length !== texts.count) return 'its labels are not as many as its texts';
  const ids = new Set(engines.map(({ id }) => id));
  for (const { id, tokens, alone } of engines)
    if (tokens.length !== texts.count || alone.length !== texts.count)
      return `engine ${id} has not scored as many texts as there are`;
  for (const { cell, samples, rounds } of cells) {
    if (!ids.has(cell.engine)) return `${cell.id} was measured with an engine that is missing`;
    if (cell.scenario === 'server' && cell.rate === undefined) return `${cell.id} lacks its rate`;
    if (samples.some((sample) => sample.texts.some((text) => text >= texts.count)))
      return `${cell.id} scored a text that is missing`;
    if (samples.some((sample) => sample.texts.length === 0))
      return `${cell.id} has an empty sample`;
    if (rounds.some(({ reviews, wallMs }) => reviews === 0 || wallMs === 0))
      return `${cell.id} has an empty round`;
  }
  return undefined;
}
