export interface Example {
  /** On the button. */
  title: string;
  text: string;
  /** What makes it hard, where the model is known to fall for it. */
  hard?: string;
}

/** From plain to hard. Our own writing. */
export const EXAMPLES: readonly Example[] = [
  { title: 'I love sunny days', text: 'I love sunny days' },
  { title: 'The movie was great', text: 'The movie was great' },
  { title: 'How is the weather?', text: 'How is the weather?' },
  { title: 'Negation', text: 'I would not call this a good film.' },
  { title: 'Order matters', text: 'The acting is wonderful, but the plot is thin.' },
  {
    title: 'A mixed review',
    text: 'We arrived late and the room was ready. The bed was wonderful and the view even better. Breakfast, sadly, was cold. The staff never once smiled. Still, I would come back for that view.',
  },
  {
    title: 'Music update',
    text: 'Great, another update that deletes my playlists. Just what I needed.',
    hard: 'sarcasm',
  },
  {
    title: 'Not the worst',
    text: 'Not the worst hotel I have stayed in.',
    hard: 'faint praise',
  },
];
