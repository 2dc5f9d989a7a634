import type { FieldModel } from './field.ts';
import type { RowsModel } from './rows.ts';

let type: typeof RowsModel | undefined;

/**
 * Makes tables known: a page whose forms have none need not load them. Without it a repeated field is a plain window on
 * its data.
 */
export function provideRows(given: typeof RowsModel): void {
  type = given;
}

export const rowsType = (): typeof RowsModel | undefined => type;

export const isRows = (field: FieldModel): field is RowsModel => type !== undefined && field instanceof type;
