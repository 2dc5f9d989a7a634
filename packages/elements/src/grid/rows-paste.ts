import type { RowsColumn, RowsModel } from './rows-model.ts';

/**
 * Writes a pasted block into rows from `row` on, its first text into the column `id`; rows are added as long as that may
 * be. Answers how many rows of the block were taken; `undefined`: nothing can be pasted there.
 */
export function pasteRows(
  model: RowsModel,
  row: number,
  id: string,
  block: readonly (readonly string[])[],
): number | undefined {
  const { columns } = model;
  const from = columns.findIndex((column) => column.id === id);
  if (model.readonly || from < 0) return undefined;
  let done = 0;
  for (const cells of block) {
    const key = model.keys[row + done] ?? (model.canAdd ? model.add() : undefined);
    if (key === undefined) break;
    cells.forEach((text, at) => {
      const target = columns[from + at];
      if (target && target.control !== 'none' && !model.isReadonly?.(key, target.id))
        model.set(key, target.id, fromPasted(target, key, text));
    });
    done += 1;
  }
  return done;
}

/** Pasted choices come as words, pasted numbers with separators. */
function fromPasted(column: RowsColumn, key: string, text: string): string {
  const trimmed = text.trim();
  if (column.control === 'choice')
    return (
      column.options?.(key).find((option) => option.title === trimmed || option.value === trimmed)?.value ?? trimmed
    );
  if (column.control === 'pick') return column.meant?.(trimmed) ?? trimmed;
  if (column.control === 'boolean')
    return /^(是|有|√|✓|true|1|yes)$/i.test(trimmed) ? 'true' : /^(否|无|×|false|0|no)$/i.test(trimmed) ? 'false' : '';
  if (column.control === 'number') return trimmed.replace(/(\d),(?=\d{3})/g, '$1');
  const date = column.control === 'date' ? /^(\d{4})[./年-](\d{1,2})[./月-](\d{1,2})日?$/.exec(trimmed) : null;
  return date ? `${date[1]}-${date[2]!.padStart(2, '0')}-${date[3]!.padStart(2, '0')}` : text;
}
