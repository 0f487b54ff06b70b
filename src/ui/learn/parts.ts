import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** One part of the lesson. */
export interface Part {
  /** In the address: #/learn?part=… */
  id: string;
  title: string;
  /** What it answers, in a line. */
  question: string;
  Panel: LazyExoticComponent<ComponentType>;
}

/** Every part, in the order of a lesson. */
export const parts: readonly Part[] = [
  {
    id: 'pipeline',
    title: 'From text to label',
    question: 'What happens to a text on its way to a label, number by number?',
    Panel: lazy(async () => ({
      default: (await import('./pipeline/PipelinePart.tsx')).PipelinePart,
    })),
  },
  {
    id: 'trace',
    title: 'How it was trained',
    question: 'How did the bundled model learn, and where is it wrong?',
    Panel: lazy(async () => ({ default: (await import('./trace/TracePart.tsx')).TracePart })),
  },
  {
    id: 'train',
    title: 'Train your own',
    question: 'Can you teach it your own labels, here, from a file?',
    Panel: lazy(async () => ({ default: (await import('./train/TrainPart.tsx')).TrainPart })),
  },
  {
    id: 'when',
    title: 'When to use which',
    question: 'Batch or real time: what does a job need?',
    Panel: lazy(async () => ({ default: (await import('./when/WhenPart.tsx')).WhenPart })),
  },
  {
    id: 'calls',
    title: 'Try the calls',
    question: 'What do you get for a list, for one text, for a number?',
    Panel: lazy(async () => ({ default: (await import('./calls/CallsPart.tsx')).CallsPart })),
  },
  {
    id: 'quiz',
    title: 'Quiz',
    question: 'Ten questions: what did you take away?',
    Panel: lazy(async () => ({ default: (await import('./quiz/QuizPart.tsx')).QuizPart })),
  },
  {
    id: 'cards',
    title: 'Model cards',
    question: 'What is each model made of, how good is it, and what can it not do?',
    Panel: lazy(async () => ({ default: (await import('./cards/CardsPart.tsx')).CardsPart })),
  },
];

/** For teachers; no part of the lesson itself. */
export const lessonPlan: Part = {
  id: 'lesson',
  title: 'A lesson of 45 minutes',
  question: 'Batch or real time: how can a class find out?',
  Panel: lazy(async () => ({ default: (await import('./lesson/LessonPlan.tsx')).LessonPlan })),
};
