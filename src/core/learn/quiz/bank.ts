import { choosing } from './bank/choosing.ts';
import { errors } from './bank/errors.ts';
import { inputs } from './bank/inputs.ts';
import { modes } from './bank/modes.ts';
import { padding } from './bank/padding.ts';
import { quantization } from './bank/quantization.ts';
import { softmax } from './bank/softmax.ts';
import { speed } from './bank/speed.ts';
import { stored } from './bank/stored.ts';
import { tokens } from './bank/tokens.ts';
import { workers } from './bank/workers.ts';
import type { Question } from './question.ts';

/** Every question. A change to one, or to their order, changes the quizzes that seeds stand for. */
export const BANK: readonly Question[] = [
  ...modes,
  ...inputs,
  ...errors,
  ...speed,
  ...padding,
  ...stored,
  ...workers,
  ...choosing,
  ...softmax,
  ...tokens,
  ...quantization,
];
