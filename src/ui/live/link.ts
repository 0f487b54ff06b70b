// A text travels in the part of the address after #, which browsers send to no server.

const VIEW = '#/live';

export function linkTo(text: string): string {
  const [page] = location.href.split('#');
  return `${page}${VIEW}?text=${encodeURIComponent(text)}`;
}

/** @returns the text in the address, if there is one; it is taken out, so that it lingers in no history or screenshot */
export function takeLinkedText(): string | undefined {
  const [view, query] = location.hash.split('?');
  const text = view === VIEW ? new URLSearchParams(query).get('text') : null;
  if (text === null) return undefined;
  history.replaceState(history.state, '', VIEW);
  return text;
}

/** Hands on the text of the address now and whenever a link is followed. Call it before a router reads the address. */
export function followLinkedTexts(take: (text: string) => void) {
  const check = () => {
    const text = takeLinkedText();
    if (text !== undefined) take(text);
  };
  addEventListener('hashchange', check);
  check();
}
