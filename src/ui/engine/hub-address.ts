const ID = /^[\w-][\w.-]{0,95}\/[\w-][\w.-]{0,95}$/;

/**
 * Reads a model id as people give it: "owner/name", or the address of its page on the hub.
 *
 * @returns undefined where it is neither
 */
export function readModelId(typed: string): string | undefined {
  const id = typed
    .trim()
    .replace(/^https?:\/\/[^/]+\//, '')
    .split(/\/(?:tree|blob|resolve)\/|[?#]/)[0]!
    .replace(/\/$/, '');
  return ID.test(id) ? id : undefined;
}

/**
 * @param typed an address, absolute or on the page's own server, such as "/hub/"
 * @param page address of the page
 * @returns it absolute, with a slash at its end; undefined where it is no web address
 */
export function readHost(typed: string, page: string): string | undefined {
  const address = typed.trim();
  if (address === '' || !URL.canParse(address, page)) return undefined;
  const { protocol, origin, pathname } = new URL(address, page);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return `${origin}${pathname.replace(/\/*$/, '/')}`;
}
