export function CardsPart() {
  return null;
}
