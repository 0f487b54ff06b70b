/** Where the tests serve the page; another one lets two checkouts be tested at once. */
export const PORT = Number(process.env['SENTISCOPE_PORT'] ?? 4173);
/** Where `vite preview` finds the hub of the tests. */
export const HUB_PORT = PORT + 1;
