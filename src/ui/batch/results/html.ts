/** Markup that may be put into markup as it is. */
export interface Html {
  markup: string;
  toString: () => string;
}

type Part = string | number | Html | undefined | false | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);

/** Vouches for markup of our own making. */
export const raw = (text: string): Html => ({ markup: text, toString: () => text });

/** Markup with values in it: texts are escaped, other markup is not, lists are joined, nothing is left out. */
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return raw(
    strings.map((string, i) => string + (i < parts.length ? write(parts[i]) : '')).join(''),
  );
}

function write(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(write).join('');
}
