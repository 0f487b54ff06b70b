export function WhenPart() {
  return null;
}
