/** Calls worth trying, each with what it shows. */
export const EXAMPLES: readonly { name: string; source: string }[] = [
  { name: 'One text', source: 'predict("Hello world")' },
  { name: 'A list of one', source: 'predict(["Hello world"])' },
  {
    name: 'A list',
    source: 'predict(["I love sunny days", "The movie was great", "How is the weather?"])',
  },
  { name: 'An empty list', source: 'predict([])' },
  { name: 'A number', source: 'predict(5)' },
  { name: 'The same in quotes', source: 'predict("5")' },
  { name: 'A list with a number in it', source: 'predict(["Great!", 5])' },
  { name: 'Nothing', source: 'predict()' },
];
