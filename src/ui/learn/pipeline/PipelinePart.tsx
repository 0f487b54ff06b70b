export function PipelinePart() {
  return null;
}
