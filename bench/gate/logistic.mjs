const STEPS = 12;

/**
 * Logistic regression by Newton's method on standardised features.
 *
 * @param l2 penalty on the squared weights, intercept aside
 * @returns the log-odds of 1 for one row of features
 */
export function fitLogistic(features, targets, l2) {
  const [n, width] = [features.length, features[0].length];
  const mean = Array.from({ length: width }, (_, k) => average(features.map((row) => row[k])));
  const spread = mean.map(
    (m, k) => Math.sqrt(average(features.map((row) => (row[k] - m) ** 2))) || 1,
  );
  const ready = (row) => Float64Array.of(1, ...row.map((x, k) => (x - mean[k]) / spread[k]));
  const rows = features.map(ready);
  const weights = new Float64Array(width + 1);
  const odds = (row) => row.reduce((sum, x, k) => sum + x * weights[k], 0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((w, k) => (k === 0 ? 0 : l2 * w));
    const curvature = Array.from({ length: width + 1 }, (_, k) => {
      const line = new Float64Array(width + 1);
      line[k] = k === 0 ? 1e-6 : l2;
      return line;
    });
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-odds(rows[i])));
      for (let a = 0; a <= width; a++) {
        gradient[a] += rows[i][a] * (p - targets[i]);
        const part = rows[i][a] * p * (1 - p);
        for (let b = 0; b <= a; b++) curvature[a][b] += part * rows[i][b];
      }
    }
    const change = solve(curvature, gradient);
    weights.forEach((_, k) => (weights[k] -= change[k]));
    if (change.every((c) => Math.abs(c) < 1e-7)) break;
  }
  return (row) => odds(ready(row));
}

const average = (list) => list.reduce((sum, x) => sum + x, 0) / list.length;

/** Cholesky; only the lower half of `matrix` is read. */
function solve(matrix, right) {
  const n = right.length;
  const lower = matrix.map((row) => Float64Array.from(row));
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let rest = lower[i][j];
      for (let k = 0; k < j; k++) rest -= lower[i][k] * lower[j][k];
      lower[i][j] = i === j ? Math.sqrt(rest) : rest / lower[j][j];
    }
  const x = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] -= lower[i][k] * x[k];
    x[i] /= lower[i][i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] -= lower[k][i] * x[k];
    x[i] /= lower[i][i];
  }
  return x;
}
