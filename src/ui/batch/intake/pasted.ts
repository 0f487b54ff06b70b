/** What was pasted onto the page itself. A paste into a field is the field's. */
export function pastedIn({ target, clipboardData }: ClipboardEvent): {
  files: readonly File[];
  text: string;
} {
  const field =
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'));
  if (field || !clipboardData) return { files: [], text: '' };
  return { files: [...clipboardData.files], text: clipboardData.getData('text/plain') };
}
