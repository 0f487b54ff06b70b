import type { Look } from '../../../core/protocol.ts';

export interface StageProps {
  look: Look;
  /** For readers of the screen: which stage of what. */
  name: string;
}
