import type { Predict } from '../src/core/predict.ts';

declare global {
  interface Window {
    sentiscope: { predict: Predict; version: string };
  }
}
