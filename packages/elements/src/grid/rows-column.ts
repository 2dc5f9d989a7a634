import type { GridColumn } from './column.ts';
import type { RowsColumn, RowsModel } from './rows-model.ts';

const WIDTHS: ReadonlyMap<RowsColumn['control'], number> = new Map([
  ['longText', 260],
  ['number', 110],
  ['date', 150],
  ['month', 140],
  ['time', 120],
  ['boolean', 80],
]);

/** The running numbers of rows. */
export const numberColumn = (title: string): GridColumn => ({
  id: '',
  title,
  width: 56,
  frozen: true,
  align: 'center',
  text: (row) => String(row + 1),
});

/** A column of a repeated field in the grid; `modelNow`: the field as it is, `written`: called after a cell was written. */
export function rowsColumn(column: RowsColumn, modelNow: () => RowsModel, written: () => void): GridColumn {
  const { id, control } = column;
  const { readonly } = modelNow();
  const key = (row: number) => modelNow().keys[row] ?? '';
  const set = (row: number, text: string) => {
    modelNow().set(key(row), id, text);
    written();
  };
  return {
    id,
    title: column.title,
    groups: column.groups,
    required: column.required && !readonly,
    total: column.total && (() => column.total!()),
    width: column.width ?? WIDTHS.get(control) ?? 150,
    grow: control === 'longText' ? 3 : control === 'text' ? 2 : 1,
    align: control === 'number' ? 'end' : control === 'boolean' ? 'center' : 'start',
    text: (row) => modelNow().text(key(row), id),
    editor:
      control === 'none' || readonly
        ? undefined
        : {
            control,
            options: column.options && ((row) => column.options!(key(row))),
            value: (row) => modelNow().raw(key(row), id),
            commit: set,
            ...(column.pick
              ? {
                  pick: (row: number, anchor: HTMLElement, typed: string) =>
                    column.pick!(key(row), anchor, typed, (value) => set(row, value)),
                }
              : {}),
            canEdit: (row) => !modelNow().isReadonly?.(key(row), id),
          },
  };
}
