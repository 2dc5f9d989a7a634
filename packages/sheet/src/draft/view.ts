import { cellKey, styleAt, type CellStyle, type CellValue, type Sheet, type Workbook } from '../book/workbook.ts';
import type { Area } from '../book/address.ts';

/** A sheet as people see it: merged cells are one, everything is a text. */
export class SheetView {
  readonly sheet: Sheet;
  readonly height: number;
  readonly width: number;
  private readonly book: Workbook;
  private readonly merged = new Map<number, Area>();

  constructor(book: Workbook, sheet: Sheet) {
    this.book = book;
    this.sheet = sheet;
    this.height = sheet.rows.length;
    let width = 0;
    for (const { values } of sheet.rows) width = Math.max(width, values.length);
    this.width = width;
    for (const area of sheet.merges) {
      // Someone may have merged whole rows or columns; only what can hold values matters.
      const bottom = Math.min(area.bottom, this.height - 1),
        right = Math.min(area.right, width - 1);
      if ((bottom - area.top + 1) * (right - area.left + 1) > 200_000) continue;
      for (let row = area.top; row <= bottom; row += 1)
        for (let column = area.left; column <= right; column += 1) this.merged.set(cellKey(row, column), area);
    }
  }

  /** The merged area that a cell belongs to. */
  areaAt(row: number, column: number): Area | undefined {
    return this.merged.get(cellKey(row, column));
  }

  /** Whether a cell is the only or the first of its area. */
  isFirst(row: number, column: number): boolean {
    const area = this.areaAt(row, column);
    return area === undefined || (area.top === row && area.left === column);
  }

  /** The value of a cell, for every cell of a merged area that of the first. */
  value(row: number, column: number): CellValue {
    const area = this.areaAt(row, column);
    const value = this.sheet.rows[area?.top ?? row]?.values[area?.left ?? column] ?? null;
    return typeof value === 'string' && value.trim() === '' ? null : value;
  }

  /** The value that stands in this very cell. */
  ownValue(row: number, column: number): CellValue {
    return this.isFirst(row, column) ? this.value(row, column) : null;
  }

  /** The text of a cell, '' where it is empty. */
  text(row: number, column: number): string {
    const value = this.value(row, column);
    return value === null ? '' : typeof value === 'string' ? value.trim() : String(value);
  }

  style(row: number, column: number): CellStyle {
    const area = this.areaAt(row, column);
    return styleAt(this.book, this.sheet, area?.top ?? row, area?.left ?? column);
  }

  comment(row: number, column: number): string {
    return this.sheet.comments.get(cellKey(row, column)) ?? '';
  }
}
