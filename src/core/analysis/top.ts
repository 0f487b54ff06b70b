/**
 * Keeps the `size` rows with the highest scores of a long stream. Equal scores: the one that came first stays ahead.
 * One comparison for nearly every row; the few that get in are moved to their place.
 */
export function createTop(size: number) {
  const rows: number[] = [];
  const scores: number[] = [];

  return {
    offer(row: number, score: number) {
      if (rows.length === size) {
        if (!(score > scores[size - 1]!)) return;
        rows.pop();
        scores.pop();
      }
      let place = rows.length;
      while (place > 0 && scores[place - 1]! < score) place--;
      rows.splice(place, 0, row);
      scores.splice(place, 0, score);
    },
    /** Highest score first. */
    rows: (): readonly number[] => rows,
  };
}
