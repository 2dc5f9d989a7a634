/**
 * Runs of equal neighbours in a column, for cells that are merged: the first line of a run holds its length, the others
 * the way back to it as a negative number. Headings of groups (negative lines) and the ends of runs in `within`, the
 * merged column before, end a run; blank texts are not merged.
 */
export function mergedRuns(lines: Int32Array, text: (row: number) => string, within?: Int32Array): Int32Array {
  const runs = new Int32Array(lines.length).fill(1);
  let start = 0;
  let before: string | undefined;
  for (let line = 0; line < lines.length; line++) {
    const row = lines[line]!;
    const words = row < 0 ? '' : text(row);
    const goesOn = words !== '' && words === before && (within === undefined || within[line]! < 0);
    before = words;
    if (!goesOn) start = line;
    else {
      runs[line] = start - line;
      runs[start] = line - start + 1;
    }
  }
  return runs;
}

/**
 * How many lines the cell at `line` covers when only the lines `first` … `last − 1` are drawn; 0: an upper one covers
 * it.
 */
export function spanAt(runs: Int32Array, line: number, first: number, last: number): number {
  const run = runs[line] ?? 1;
  if (run > 0) return Math.min(run, last - line);
  return line > first ? 0 : Math.min((runs[line + run] ?? 1) + run, last - line);
}
