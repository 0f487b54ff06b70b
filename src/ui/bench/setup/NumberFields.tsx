import { NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { bench } from '../../../app.ts';

interface WholeProps {
  label: string;
  value: number;
  range: readonly [number, number];
  onChange: (value: number) => void;
}

/** A whole number; what is out of its range waits until it is in it. */
export function Whole({ label, value, range: [min, max], onChange }: WholeProps) {
  return (
    <NumberInput
      label={label}
      value={value}
      min={min}
      max={max}
      allowDecimal={false}
      clampBehavior="blur"
      onChange={(next) => typeof next === 'number' && next >= min && next <= max && onChange(next)}
    />
  );
}

/** Requests a second of the Server scenario, if the user knows better than the page. */
export function Rates({ rates }: { rates: readonly number[] }) {
  const [text, setText] = useState(rates.join(', '));
  const wrong = !numbersIn(text).every(isRate);
  return (
    <TextInput
      label="Arrivals a second"
      description="Several, with commas between. Empty: shares of the capacity that real time shows."
      maw={320}
      value={text}
      error={wrong && 'Numbers from 0.1 to 1000, with commas between them.'}
      onChange={(event) => {
        setText(event.currentTarget.value);
        const next = numbersIn(event.currentTarget.value);
        if (next.every(isRate)) bench.change({ rates: next });
      }}
    />
  );
}

const numbersIn = (text: string) =>
  text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number);
const isRate = (rate: number) => rate >= 0.1 && rate <= 1000;
