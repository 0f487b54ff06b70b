import type { WarmUp } from '../../core/bench/result.ts';
import type { Alone } from './alone.ts';
import type { OpenEngine } from './open-engine.ts';

/** An engine that may be measured: loaded, warm, and known by what it says of each text alone. */
export interface Ready extends OpenEngine {
  alone: Alone;
  warmUp: WarmUp[];
}
