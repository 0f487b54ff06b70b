export function CallsPart() {
  return null;
}
