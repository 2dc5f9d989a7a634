/** Sum, average or number of the values of a column; `null` where there is nothing to add or average. */
export function total(kind: 'sum' | 'average' | 'count', values: Iterable<number | null>): number | null {
  let sum = 0;
  let count = 0;
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) continue;
    sum += value;
    count += 1;
  }
  if (kind === 'count') return count;
  if (count === 0) return null;
  // Fifteen digits, as spreadsheets show: 0.1 + 0.2 is 0.3 for everyone who reads it.
  return Number((kind === 'sum' ? sum : sum / count).toPrecision(15));
}
