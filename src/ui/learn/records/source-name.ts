/** What the models' files call by short names, in words; 27 letters at most, so that a phone has room. */
const NAMES: Readonly<Record<string, string>> = {
  'sst2.dev': 'Film sentences, SST-2 dev',
  'sst2.test': 'Film sentences, SST-2',
  'sst3.test': 'Film sentences, SST',
  'imdb.test': 'Film reviews, IMDB',
  'imdb_counterfactual.test': 'Counterfactual IMDB',
  'uci_amazon.test': 'Amazon sentences, UCI',
  'uci_imdb.test': 'IMDB sentences, UCI',
  'uci_yelp.test': 'Yelp sentences, UCI',
  'cr.test': 'Customer reviews, CR',
  'amazon_full5.test': 'Amazon reviews, 5 stars',
  'amazon_polarity10k.test': 'Amazon reviews, polarity',
  'amazon_blitzer.test': 'Amazon reviews, Blitzer',
  'yelp10k.test': 'Yelp reviews',
  'finegrained.test': 'Product sentences',
  'vader_amazon.test': 'Amazon sentences, VADER',
  'sentiment140.test': 'Posts, Sentiment140',
  'tweeteval.test': 'Tweets, TweetEval',
  'airline.test': 'Tweets to airlines',
  'neutral_clinc150.test': 'Assistant requests, neutral',
  'neutral_trec.test': 'Questions, neutral',
  'reviews (everyday, own)': 'Our everyday reviews',
  'reviews (hard, own)': 'Our hard reviews',
  'sst3.dev': 'Film sentences, SST',
  'tweeteval.dev': 'Tweets, TweetEval',
  'imdb_cf.dev': 'Counterfactual IMDB',
  'goemotions.dev': 'Short posts, GoEmotions',
};

/** A set of texts in words; as the file has it where we have none. */
export const sourceName = (id: string): string => NAMES[id] ?? id;

/** Texts written for this project. */
export const isOurs = (id: string): boolean => id.endsWith(', own)');
