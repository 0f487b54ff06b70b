/** How Chromium, Firefox and Safari put it when a part of the page, loaded on demand, does not come. */
const NOT_LOADED =
  /dynamically imported module|importing a module script|unable to preload|module script failed/i;

/** What to say after a component has thrown. */
export function crashText(error: unknown): string {
  return NOT_LOADED.test(String(error))
    ? 'It could not be downloaded: you may be offline, or a new version of the page may have been published. Reload the page to go on.'
    : 'Something went wrong while drawing it. Your files and settings are safe; reload the page to go on.';
}
