import { expect, it } from 'vitest';
import { asCode, excerpt, spokenText } from './outcome-text.ts';

it('makes the same code of a call however it was typed', () => {
  for (const source of [
    'predict("a")',
    'await predict("a");',
    ' sentiscope.predict("a") ;',
    'await window.sentiscope.predict("a")',
  ])
    expect(asCode(source)).toBe('await sentiscope.predict("a");');
});

it('cuts a call at what is wrong with it', () => {
  expect(excerpt('predict(alert(1))', 8)).toEqual(['predict(', 'a', 'lert(1))']);
  expect(excerpt('predict(', 8)).toEqual(['predict(', ' ', '']);
  const [before, there, after] = excerpt(`${'a'.repeat(100)}😀${'b'.repeat(100)}`, 100);
  expect([before.length, there, after.length]).toEqual([41, '😀', 41]);
});

it('says where a call was refused, counting from one', () => {
  const outcome = { phase: 'unread', message: 'Only texts.', at: 8 } as const;
  expect(spokenText({ number: 2, source: '', outcome })).toBe(
    'Call 2: not run. Only texts. That is at character 9.',
  );
});
