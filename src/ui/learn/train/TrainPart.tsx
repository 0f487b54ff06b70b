export function TrainPart() {
  return null;
}
