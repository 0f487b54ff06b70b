import * as v from 'valibot';
import type { Mapping } from '../core/intake.ts';
import { LABELS } from '../core/sentiment.ts';

/** Remembers how files of one shape were mapped, so that next week's takes one click. */
export interface MappingMemory {
  read: (shape: string) => Mapping | undefined;
  write: (shape: string, mapping: Mapping) => void;
}

/** The one used longest ago is forgotten first. */
const MOST_SHAPES = 50;

const column = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Newest last; of one shape only the last counts. */
const Kept = v.array(
  v.tuple([
    v.string(),
    v.object({
      text: column,
      label: v.exactOptional(column),
      id: v.exactOptional(column),
      group: v.exactOptional(column),
      date: v.exactOptional(column),
      labels: v.record(v.string(), v.nullable(v.picklist(LABELS))),
    }),
  ]),
);

/** @param kept where it is kept between visits; what it reads may be of any form */
export function createMappingMemory(kept: {
  read: () => unknown;
  write: (mappings: unknown) => void;
}): MappingMemory {
  const all = () => {
    const result = v.safeParse(Kept, kept.read());
    return result.success ? result.output : [];
  };
  return {
    read: (shape) => all().findLast(([name]) => name === shape)?.[1],
    write(shape, mapping) {
      const others = all().filter(([name]) => name !== shape);
      kept.write([...others, [shape, mapping]].slice(-MOST_SHAPES));
    },
  };
}
