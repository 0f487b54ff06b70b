export function TracePart() {
  return null;
}
