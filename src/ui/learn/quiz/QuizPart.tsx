export function QuizPart() {
  return null;
}
