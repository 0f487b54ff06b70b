import { SentimentIntensityAnalyzer } from 'vader-sentiment';
import type { Judge } from './judge.ts';

/** The authors' own thresholds on the compound score (Hutto and Gilbert 2014, and their README). */
const THRESHOLD = 0.05;

/** A lexicon and rules. It gives a score, not probabilities: all of it goes to the label. */
export const judgeByVader: Judge = (text) => {
  const { compound } = SentimentIntensityAnalyzer.polarity_scores(text);
  if (compound <= -THRESHOLD) return [1, 0, 0];
  return compound >= THRESHOLD ? [0, 0, 1] : [0, 1, 0];
};
