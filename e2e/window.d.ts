import type { Predict } from '../src/core/predict.ts';
import type { BenchActions } from '../src/state/bench/state.ts';

declare global {
  interface Window {
    sentiscope: { predict: Predict; benchmark: BenchActions['run']; version: string };
  }
}
