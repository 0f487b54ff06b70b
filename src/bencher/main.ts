import type { Bencher } from '../core/bench/rig.ts';
import { readFigures } from '../core/bench/read-figures.ts';
import { smallestStep } from '../core/bench/tick.ts';
import { AppError } from '../core/failure.ts';
import { serve } from '../core/serve.ts';
import { learnBagOfWords } from './bag-of-words.ts';
import type { Judge } from './judge.ts';
import { scoreAll } from './judge.ts';
import { judgeByVader } from './vader.ts';

let judge: Judge | undefined;

serve<Bencher>(self, {
  async prepare({ kind, examples, seed }) {
    const start = performance.now();
    const { trainedOn, ...made } =
      kind === 'vader' ? { judge: judgeByVader, trainedOn: null } : learnBagOfWords(examples, seed);
    judge = made.judge;
    return { trainedOn, trainMs: performance.now() - start };
  },

  async score(texts) {
    if (!judge) throw new AppError({ code: 'inference-failed', detail: 'score before prepare' });
    return scoreAll(judge, texts);
  },

  tick: async () => smallestStep(),
  figures: async (result) => readFigures(result),
});
