/** A model's card in its parts, each still Markdown. */
export interface ModelCard {
  title: string;
  /** What stands before the first section. */
  intro: string;
  sections: readonly { title: string; text: string }[];
}

/**
 * Cuts a card (README.md) at its headings of the first two levels.
 *
 * @throws Error when it has no title
 */
export function readCard(markdown: string): ModelCard {
  const [before, title, intro = '', ...rest] = markdown
    .replaceAll('\r\n', '\n')
    .split(/^#{1,2} (.+)$/m);
  if (before?.trim() || title === undefined) throw new Error('it does not begin with a title');
  const sections = [];
  for (let i = 0; i < rest.length; i += 2)
    sections.push({ title: rest[i]!.trim(), text: (rest[i + 1] ?? '').trim() });
  return { title: title.trim(), intro: intro.trim(), sections };
}

/** @returns the text under a heading, if the card has it */
export const sectionOf = ({ sections }: ModelCard, title: string): string | undefined =>
  sections.find((section) => section.title === title)?.text;
