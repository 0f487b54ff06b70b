import type { Machine } from '../../core/bench/rig.ts';

/** In this order: Edge and Opera call themselves Chrome too, and Chrome calls itself Safari. */
const BROWSERS: readonly [RegExp, string][] = [
  [/Edg\/(\d+)/, 'Edge'],
  [/OPR\/(\d+)/, 'Opera'],
  [/Firefox\/(\d+)/, 'Firefox'],
  [/Chrome\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari/, 'Safari'],
];

/** What a run is called until its owner says otherwise: "Firefox 151, 8 cores". */
export function machineName({ userAgent, cores }: Pick<Machine, 'userAgent' | 'cores'>): string {
  const cpu = `${cores} ${cores === 1 ? 'core' : 'cores'}`;
  for (const [pattern, name] of BROWSERS) {
    const found = pattern.exec(userAgent);
    if (found) return `${name} ${found[1]}, ${cpu}`;
  }
  return cpu;
}
