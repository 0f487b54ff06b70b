import type { BenchSettings } from '../../core/bench/settings.ts';
import type { Screen } from './screen.ts';
import type { Sight } from './sight.ts';
import type { BenchTexts } from './texts.ts';

/** What all timed parts of one run share. */
export interface Scene {
  settings: BenchSettings;
  texts: BenchTexts;
  sight: Sight;
  screen: Screen;
  /** Counts a round that was thrown away. */
  discard: () => void;
  now: () => number;
  /** Of the run: aborted by its cancelling. */
  signal: AbortSignal;
}
