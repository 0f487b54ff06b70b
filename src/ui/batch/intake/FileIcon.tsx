/** A sheet with lines and an arrow onto it. */
export function FileIcon() {
  return (
    <svg
      width="44"
      height="44"
      viewBox="0 0 44 44"
      fill="none"
      stroke="var(--mantine-color-anchor)"
      strokeWidth="2.25"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d="M26 5H12a3 3 0 0 0-3 3v28a3 3 0 0 0 3 3h20a3 3 0 0 0 3-3V14z" />
      <path d="M26 5v9h9M22 20v12M17 27l5 5 5-5" />
    </svg>
  );
}
