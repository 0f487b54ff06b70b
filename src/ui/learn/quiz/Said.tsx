/** Words of a question, in which `code` stands between backticks. */
export function Said({ text }: { text: string }) {
  return text.split('`').map((piece, i) => (i % 2 ? <code key={i}>{piece}</code> : piece));
}
