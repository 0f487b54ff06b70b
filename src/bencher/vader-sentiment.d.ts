declare module 'vader-sentiment' {
  /** Shares of negative, neutral and positive words, 0 to 1, and a score of the whole text, -1 to 1. */
  export const SentimentIntensityAnalyzer: {
    polarity_scores(text: string): { neg: number; neu: number; pos: number; compound: number };
  };
}
