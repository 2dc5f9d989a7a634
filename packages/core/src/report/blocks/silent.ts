import type { Block } from '../../generated/report.ts';
import type { ReportIndex } from '../document/report-index.ts';
import type { BlockModel, NumberCell, TableRow } from '../model.ts';

/** So many organisations without a number are still rows of dashes; more are named in one line. */
const FEW = 3;

const isSilent = ({ cells }: { readonly cells: readonly NumberCell[] }): boolean =>
  cells.every(({ value }) => value === null);

/**
 * A block without the rows of organisations of which nothing is known, and the names of these. All of them stay where
 * they are few, or nobody has a number.
 */
export function withoutSilent(
  model: BlockModel,
  block: Block,
  { dimensions }: ReportIndex,
): { readonly model: BlockModel; readonly silent: readonly string[] } {
  const whole = { model, silent: [] };
  const by =
    'rows' in block ? (typeof block.rows === 'string' ? block.rows : block.rows[block.rows.length - 1]) : undefined;
  if (by === undefined || !dimensions.get(by)?.levels) return whole;
  switch (model.kind) {
    case 'table': {
      const silent = model.rows.filter((row) => row.kind === 'member' && isSilent(row));
      return isWorth(silent.length, model.rows)
        ? { model: { ...model, rows: spoken(model.rows) }, silent: silent.map(({ title }) => title) }
        : whole;
    }
    case 'lights': {
      const silent = model.rows.filter((row) => row.kind === 'member' && isSilent(row));
      return isWorth(silent.length, model.rows)
        ? {
            model: { ...model, rows: model.rows.filter((row) => !isSilent(row)) },
            silent: silent.map(({ title }) => title),
          }
        : whole;
    }
    case 'board': {
      const rows = model.groups.flatMap((group) => group.rows);
      const silent = rows.filter(isSilent);
      return isWorth(silent.length, rows)
        ? {
            model: {
              ...model,
              groups: model.groups.map((group) => ({ ...group, rows: group.rows.filter((row) => !isSilent(row)) })),
            },
            silent: silent.map(({ title }) => title),
          }
        : whole;
    }
    default:
      return whole;
  }
}

function isWorth(count: number, rows: readonly { readonly cells: readonly NumberCell[] }[]): boolean {
  return count > FEW && !rows.every(isSilent);
}

/** Rows with a number or with such a row below them; places of groups and running numbers follow. */
function spoken(rows: readonly TableRow[]): readonly TableRow[] {
  const isKept = rows.map((row) => row.kind === 'total' || !isSilent(row));
  for (let at = rows.length - 1; at >= 0; at--) {
    const { parent } = rows[at] as TableRow;
    if (isKept[at] && parent >= 0) isKept[parent] = true;
  }
  const places: number[] = [];
  let serial = 0;
  return rows.flatMap((row, at) => {
    places[at] = (places[at - 1] ?? -1) + Number(isKept[at]);
    return isKept[at]
      ? [
          {
            ...row,
            parent: row.parent < 0 ? -1 : (places[row.parent] as number),
            serial: row.serial === null ? null : ++serial,
          },
        ]
      : [];
  });
}
