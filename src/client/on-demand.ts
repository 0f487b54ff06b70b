import type { Asks, Table } from '../core/wire.ts';
import type { Connection } from './connect.ts';

/**
 * A worker that starts with the first call and, should it have died, again with the next one. The calls it was working on
 * are rejected.
 *
 * @param names every call of the table: the compiler knows them, the running page does not
 */
export function onDemand<T extends Table<T>>(
  spawn: () => Connection<T>,
  names: { [K in keyof T]: true },
): Asks<T> {
  let current: Connection<T> | undefined;

  function connection(): Connection<T> {
    if (current) return current;
    const started = (current = spawn());
    started.onEnd(() => {
      if (current === started) current = undefined;
    });
    return started;
  }

  const asks = {} as Asks<T>; // filled below, a function for each name
  for (const name of Object.keys(names) as (keyof T)[])
    asks[name] = (input, options) => connection().call(name, input, options);
  return asks;
}
