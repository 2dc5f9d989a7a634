import type { CellStyle, Row } from '../book/workbook.ts';

/** Days from 1899-12-30 to 1904-01-01. */
const BETWEEN = 1_462;

/** Rows whose dates counted from 1904, with dates as everywhere else. */
export function fromOtherEpoch(rows: readonly Row[], styles: readonly CellStyle[]): Row[] {
  const isDay = (style: number | undefined) => {
    const kind = styles[style ?? 0]?.kind;
    return kind === 'date' || kind === 'dateTime';
  };
  return rows.map(({ values, styles: used }) => ({
    values: values.map((value, at) => (typeof value === 'number' && isDay(used[at]) ? value + BETWEEN : value)),
    styles: used,
  }));
}
