import { describe, expect, it } from 'vitest';
import { BANK } from './bank.ts';
import { BALANCE } from './draw.ts';
import { DIFFICULTIES, isChecked, TOPICS, type Known, type Question } from './question.ts';
import { answers, mistakesIn, pointsOf, rightAnswer } from './score.ts';
import { settle } from './truth.ts';

const SENTENCE = /[.?!:)]$/;

/** The forms a question can take: as known, as its substitute, and with every truth that its choices provide for. */
function knownForms(question: Question): Known[] {
  if (!isChecked(question)) return [question];
  const truths =
    question.kind === 'number' ? [1.7, 22] : question.choices.map(({ value }) => value);
  return [question.instead, ...truths.map((value) => settle(question, { value, evidence: [] })!)];
}

describe('the bank', () => {
  it('has at least twelve questions of each difficulty, and every topic', () => {
    for (const difficulty of DIFFICULTIES)
      expect(
        BANK.filter((question) => question.difficulty === difficulty).length,
      ).toBeGreaterThanOrEqual(12);
    expect(new Set(BANK.map(({ topic }) => topic))).toEqual(new Set(Object.keys(TOPICS)));
  });

  it('names each question once, and asks nothing twice', () => {
    expect(new Set(BANK.map(({ id }) => id)).size).toBe(BANK.length);
    const prompts = BANK.flatMap((each) =>
      isChecked(each) ? [each.prompt, each.instead.prompt] : [each.prompt],
    );
    expect(new Set(prompts).size).toBe(prompts.length);
  });

  it('has a question to check against the model or a benchmark for each difficulty', () => {
    for (const difficulty of Object.keys(BALANCE))
      expect(
        BANK.filter((each) => each.difficulty === difficulty && isChecked(each)).length,
      ).toBeGreaterThanOrEqual(3);
  });
});

describe.each(BANK.map((question) => [question.id, question] as const))('%s', (_, question) => {
  it.each(knownForms(question).map((known) => [known.prompt, known] as const))(
    'is well formed: %s',
    (prompt, known) => {
      expect(prompt).toMatch(SENTENCE);
      expect(prompt.split('`').length % 2).toBe(1);
      expect(known.explanation.length).toBeGreaterThan(30);
      expect(known.explanation).toMatch(SENTENCE);

      const right = rightAnswer(known);
      expect(answers(known, right)).toBe(true);
      expect(pointsOf(known, right)).toBe(1);
      expect(mistakesIn(known, right)).toEqual([]);
      expect(pointsOf(known, [])).toBe(0);

      switch (known.kind) {
        case 'one':
        case 'several': {
          const rights = known.choices.filter(({ mistake }) => mistake === undefined).length;
          if (known.kind === 'one') expect(rights).toBe(1);
          expect(rights).toBeGreaterThan(0);
          expect(known.choices.length).toBeGreaterThanOrEqual(3);
          expect(rights).toBeLessThan(known.choices.length);
          expect(new Set(known.choices.map(({ text }) => text)).size).toBe(known.choices.length);
          for (const { mistake } of known.choices)
            if (mistake !== undefined) expect(mistake).toMatch(SENTENCE);
          break;
        }
        case 'number':
          expect(known.tolerance).toBeGreaterThanOrEqual(0);
          for (const { value, mistake } of known.slips) {
            expect(pointsOf(known, [value])).toBe(0);
            expect(mistakesIn(known, [value])).toContain(mistake);
          }
          break;
        case 'match':
          expect(new Set(known.options).size).toBe(known.options.length);
          for (const { option, mistake } of known.pairs) {
            expect(known.options).toContain(option);
            expect(mistake).toMatch(SENTENCE);
          }
      }
    },
  );
});
