import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCard, sectionOf } from './read-card.ts';

it('cuts a card at its headings', () => {
  const card = readCard(
    '# A model\r\n\r\nIt reads.\r\n\r\n## Method\r\nTrained.\r\n\r\n## Limits\r\n',
  );
  expect(card).toEqual({
    title: 'A model',
    intro: 'It reads.',
    sections: [
      { title: 'Method', text: 'Trained.' },
      { title: 'Limits', text: '' },
    ],
  });
  expect(sectionOf(card, 'Method')).toBe('Trained.');
  expect(sectionOf(card, 'Colour')).toBeUndefined();
});

it('leaves a heading of the third level where it is', () =>
  expect(readCard('# A\n## B\n### C\nd').sections).toEqual([{ title: 'B', text: '### C\nd' }]));

it('refuses what has no title, such as the error page of a host', () =>
  expect(() => readCard('<!doctype html><title>Not found</title>')).toThrow('title'));

describe.each(['sentiscope-base', 'sentiscope-small'])('README.md of %s', (id) => {
  const file = new URL(`../../../../public/models/${id}/README.md`, import.meta.url);
  const markdown = readFileSync(file, 'utf8');
  const card = readCard(markdown);

  it('has the sections that the page shows', () => {
    for (const title of ['Method', 'Limits']) expect(sectionOf(card, title)).toBeTruthy();
    expect(card.sections.some(({ title }) => title.startsWith('Results'))).toBe(true);
  });

  it('loses nothing', () => {
    const parts = [
      card.title,
      card.intro,
      ...card.sections.flatMap(({ title, text }) => [title, text]),
    ];
    const bare = (text: string) => text.replace(/[#\s]/g, '');
    expect(bare(parts.join(''))).toBe(bare(markdown));
  });
});
