import { fitLogistic } from './logistic.mjs';

const FOLDS = 10;

function softmax(logits) {
  const powers = logits.map((logit) => Math.exp(logit - Math.max(...logits)));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
const descending = (list) => list.toSorted((a, b) => b - a);
const top = (logits) => logits.indexOf(Math.max(...logits));

/** How sure the small model is of a text, by its probabilities alone. */
export const GATES = {
  top: ({ small }) => Math.max(...softmax(small)),
  margin: ({ small }) => {
    const [first, second] = descending(softmax(small));
    return first - second;
  },
  entropy: ({ small }) => softmax(small).reduce((sum, p) => sum + p * Math.log(p), 0),
};

const ofLogits = ({ small }) => {
  const [first, second, third] = descending(small);
  return [
    first,
    first - second,
    second - third,
    (first - second) ** 2,
    (second - third) ** 2,
    top(small) === 0 ? 1 : 0,
    top(small) === 1 ? 1 : 0,
  ];
};
const ofLength = ({ tokens }) => [Math.log(tokens)];

/** Logistic regressions that guess whether both models agree: what each looks at, and its L2 penalty. */
export const FITTED = {
  'logistic on logits': { look: ofLogits, l2: 1 },
  'logistic on logits and length': { look: (row) => [...ofLogits(row), ...ofLength(row)], l2: 1 },
  'logistic on logits, length and embedding': {
    look: (row) => [...ofLogits(row), ...ofLength(row), ...row.embedding],
    l2: 300,
  },
};

/** A gate fitted on some texts, for others. */
export function fittedOn(name, rows) {
  const { look, l2 } = FITTED[name];
  const agree = rows.map(({ small, base }) => (top(small) === top(base) ? 1 : 0));
  const guess = fitLogistic(rows.map(look), agree, l2);
  return (others) => others.map((row) => guess(look(row)));
}

/** Each text is judged by a gate that was fitted on the other folds. */
export function crossFitted(name, rows, { shuffled, createRandom }) {
  const order = shuffled(
    rows.map((_, i) => i),
    createRandom(1),
  );
  const surety = new Array(rows.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = order.filter((_, place) => place % FOLDS === fold);
    const rest = order.filter((_, place) => place % FOLDS !== fold);
    const judge = fittedOn(
      name,
      rest.map((i) => rows[i]),
    );
    judge(held.map((i) => rows[i])).forEach((value, k) => (surety[held[k]] = value));
  }
  return surety;
}
